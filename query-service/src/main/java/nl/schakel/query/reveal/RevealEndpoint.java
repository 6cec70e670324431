package nl.schakel.query.reveal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.events.PersonId;
import nl.schakel.events.insight.InsightId;
import nl.schakel.ledger.evidence.Histories;
import nl.schakel.ledger.evidence.Histories.Proven;
import nl.schakel.query.reveal.Reveals.Begun;
import nl.schakel.query.reveal.Reveals.Reveal;
import nl.schakel.query.reveal.Reveals.Stage;
import nl.schakel.query.runtime.Looks;
import nl.schakel.query.runtime.Looks.Seen;
import nl.schakel.query.runtime.Page;
import nl.schakel.query.runtime.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks behind the pseudonyms of one history, by HTTP; each is a line in the access log. */
@RestController
public class RevealEndpoint {

    private final Reveals reveals;
    private final Histories histories;
    private final Looks looks;
    private final Texts texts;

    RevealEndpoint(Reveals reveals, Histories histories, Looks looks, Texts texts) {
        this.reveals = reveals;
        this.histories = histories;
        this.looks = looks;
        this.texts = texts;
    }

    /**
     * One look.
     *
     * @param until when it ends; as long as nobody approved, when the question lapses
     * @param waits whether a second auditor can approve it
     */
    public record RevealAnswer(
            UUID id,
            @JsonProperty("inwoner") UUID person,
            @JsonProperty("gevraagdDoor") UUID askedBy,
            @JsonProperty("reden") @Nullable String reason,
            @JsonProperty("stand") String stage,
            @JsonProperty("goedgekeurdDoor") @Nullable UUID approvedBy,
            @JsonProperty("tot") Instant until,
            @JsonIgnore boolean waits) {}

    public record RevealAnswers(
            @JsonProperty("inzageverzoeken") List<RevealAnswer> looks,
            @JsonProperty("volgende") @Nullable String next) {}

    @GetMapping("/v1/inzageverzoeken")
    public RevealAnswers all(
            @RequestParam @Nullable Long na,
            @RequestParam(defaultValue = "50") int aantal,
            Caller caller) {
        var page = Page.of(na, aantal);
        var found = reveals.all(page, caller.actor());
        var reasons = found.stream().map(begun -> begun.reveal().reason()).toList();
        var seen = looks.open(caller, Purpose.REVEAL, Set.of(), reasons);
        return new RevealAnswers(
                found.stream().map(each -> answer(each.insight(), each.reveal(), seen)).toList(),
                page.next(found.stream().mapToLong(Begun::position).toArray()));
    }

    @GetMapping("/v1/inzageverzoeken/{id}")
    RevealAnswer asked(@PathVariable UUID id, Caller caller) {
        var insight = new InsightId(id);
        var reveal = reveals.of(insight, caller.actor());
        var seen = looks.open(caller, Purpose.REVEAL, Set.of(), List.of(reveal.reason()));
        return answer(insight, reveal, seen);
    }

    @GetMapping("/v1/inzageverzoeken/{id}/inhoud")
    public WordsAnswer words(@PathVariable UUID id, Caller caller) {
        var reveal = reveals.open(new InsightId(id), caller.actor());
        var facts = histories.of(reveal.about()).facts().stream().map(Proven::fact).toList();
        var people = new LinkedHashSet<PersonId>();
        people.add(reveal.about());
        facts.forEach(fact -> people.add(new PersonId(fact.actor())));
        people.remove(PersonId.CLOCK);
        var words = facts.stream().flatMap(fact -> WordsAnswer.sealed(fact).stream()).toList();
        var seen = looks.open(caller, Purpose.REVEAL, people, words);
        return WordsAnswer.of(reveal.until(), people, facts, seen);
    }

    private RevealAnswer answer(InsightId insight, Reveal reveal, Seen seen) {
        var approvedBy = reveal.approvedBy();
        return new RevealAnswer(
                insight.value(),
                reveal.about().value(),
                reveal.askedBy().value(),
                seen.text(reveal.reason()),
                texts.of(key(reveals.stage(reveal))),
                approvedBy == null ? null : approvedBy.value(),
                reveal.until(),
                reveals.stage(reveal) == Stage.ASKED);
    }

    private static String key(Stage stage) {
        return switch (stage) {
            case ASKED -> "stand.reveal-asked";
            case LAPSED -> "stand.reveal-lapsed";
            case OPEN -> "stand.reveal-open";
            case OVER -> "stand.reveal-over";
        };
    }
}
