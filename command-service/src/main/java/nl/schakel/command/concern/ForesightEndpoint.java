package nl.schakel.command.concern;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.access.body.Body;
import nl.schakel.access.body.Dutch;
import nl.schakel.access.edge.Caller;
import nl.schakel.command.desk.Desk;
import nl.schakel.command.desk.Involvement;
import nl.schakel.events.ReferralId;
import nl.schakel.events.concern.KnownContact;
import nl.schakel.events.concern.Rung;
import nl.schakel.events.concern.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whom a bell would ring now and by when somebody hears it, by HTTP; nothing rings (rule 21). */
@RestController
class ForesightEndpoint {

    private final Desk desk;
    private final Involvement involvement;
    private final Bells bells;

    ForesightEndpoint(Desk desk, Involvement involvement, Bells bells) {
        this.desk = desk;
        this.involvement = involvement;
        this.bells = bells;
    }

    record ForeseeBody(
            @JsonProperty("verwijzing") @Nullable UUID referral,
            @JsonProperty("inwoner") @Nullable UUID person,
            @JsonProperty("gebeurdOp") @Nullable OffsetDateTime occurredAt,
            @JsonProperty("gemeldDoor") @Nullable UUID reportedBy)
            implements Body {}

    /**
     * What would happen.
     *
     * @param rings who is rung first; nobody when there is nobody to ring
     * @param heardBefore by when somebody hears it, by how urgent it is
     */
    record Foresight(
            @JsonProperty("belt") List<Ringing> rings,
            @JsonProperty("gehoordVoor") Map<String, Instant> heardBefore) {}

    record Ringing(@JsonProperty("wie") UUID who, @JsonProperty("partij") UUID party) {

        private static Ringing of(KnownContact contact) {
            return new Ringing(contact.person().value(), contact.party().value());
        }
    }

    @PostMapping("/v1/zorgsignalen/vooruitblikken")
    Foresight foresee(@RequestBody ForeseeBody body, Caller caller) {
        var about = involvement.about(body.referral(), body.person(), caller.actor());
        var draft = desk.thought(caller, body);
        var referral = body.referral() == null ? null : new ReferralId(body.referral());
        var heardBefore = new LinkedHashMap<String, Instant>();
        for (var urgency : Urgency.values()) {
            heardBefore.put(Dutch.of(urgency), bells.heardBefore(urgency, draft.now()));
        }
        return new Foresight(
                bells.ladder(about, referral, draft.by(), draft.now()).stream()
                        .limit(1)
                        .map(Rung::contacts)
                        .flatMap(List::stream)
                        .map(Ringing::of)
                        .toList(),
                heardBefore);
    }
}
