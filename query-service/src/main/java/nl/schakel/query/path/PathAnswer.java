package nl.schakel.query.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A path in the words of the API. */
public record PathAnswer(
        @JsonProperty("inwoner") Human person,
        @JsonProperty("banen") List<Lane> lanes,
        @JsonProperty("verwijzingen") List<Referral> referrals,
        @JsonProperty("schakelmomenten") List<SwitchMoment> moments,
        @JsonProperty("wieDoetWatNu") List<WhoseTurn> doing,
        @JsonProperty("wachtenOp") List<WhoseTurn> waits,
        @JsonProperty("ondersteuning") Support support,
        @JsonProperty("positie") long position,
        @JsonProperty("bijgewerktTot") @Nullable Instant standsStillSince) {

    /** Somebody by name. */
    public record Human(UUID id, @JsonProperty("naam") String name) {}

    /** A party that stands on the path. */
    public record Lane(
            @JsonProperty("partij") UUID party,
            @JsonProperty("naam") String name,
            @JsonProperty("soort") String kind) {}

    /**
     * How far one referral is, and what the caller can do in it.
     *
     * @param side the party in whose name she acts in it; null when she acts for herself
     * @param can the words of what is open to her, the likeliest first
     * @param questions those without an answer
     * @param visits those that are still to come, or to tell about
     */
    public record Referral(
            UUID id,
            @JsonProperty("van") UUID from,
            @JsonProperty("naar") UUID to,
            @JsonProperty("stand") String stage,
            @JsonProperty("sinds") Instant since,
            @JsonProperty("namens") @Nullable UUID side,
            @JsonProperty("kan") List<String> can,
            @JsonProperty("vragen") List<UUID> questions,
            @JsonProperty("bezoeken") List<Visit> visits) {}

    /** A promised first visit: who goes along, and when. */
    public record Visit(
            @JsonProperty("bezoek") UUID visit,
            @JsonProperty("metWie") Human companion,
            @JsonProperty("wanneer") Instant when) {}

    /** One moment at which something was handed over, or tried. */
    public record SwitchMoment(
            @JsonProperty("soort") String kind,
            @JsonProperty("verwijzing") @Nullable UUID referral,
            @JsonProperty("van") @Nullable UUID from,
            @JsonProperty("naar") @Nullable UUID to,
            @JsonProperty("wie") Human who,
            @JsonProperty("waarom") @Nullable String why,
            @JsonProperty("belofte") @Nullable Promised promise,
            @JsonProperty("uitkomst") @Nullable Went outcome,
            @JsonProperty("gebeurdOp") Instant occurredAt,
            @JsonProperty("vastgelegdOp") Instant recordedAt,
            @JsonProperty("positie") long position) {}

    /** What was promised: who, when, until when, where, how much support. */
    public record Promised(
            @JsonProperty("wie") @Nullable Human who,
            @JsonProperty("wanneer") @Nullable Instant when,
            @JsonProperty("tot") @Nullable LocalDate until,
            @JsonProperty("waar") @Nullable String where,
            @JsonProperty("lijn") @Nullable String line,
            @JsonProperty("niveau") @Nullable String level) {}

    /** How it went. */
    public record Went(
            @JsonProperty("hoe") @Nullable String meeting,
            @JsonProperty("woorden") @Nullable String words) {}

    /** Who does what now, or for whom others wait, since when. */
    public record WhoseTurn(
            @JsonProperty("wie") @Nullable Human who,
            @JsonProperty("partij") @Nullable UUID party,
            @JsonProperty("waarop") String what,
            @JsonProperty("sinds") Instant since,
            @JsonProperty("betreft") UUID object) {}

    /** What support there is. */
    public record Support(@JsonProperty("lijnen") List<SupportLine> lines) {}

    /** How much support there is on one line, why, and when to look again. */
    public record SupportLine(
            @JsonProperty("verwijzing") UUID referral,
            @JsonProperty("lijn") String line,
            @JsonProperty("niveau") String level,
            @JsonProperty("waarom") @Nullable String why,
            @JsonProperty("weerKijkenOp") LocalDate lookAgainOn,
            @JsonProperty("sinds") Instant since) {}
}
