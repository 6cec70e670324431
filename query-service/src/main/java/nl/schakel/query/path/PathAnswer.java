package nl.schakel.query.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A path in the words of the API. */
record PathAnswer(
        @JsonProperty("inwoner") Human person,
        @JsonProperty("banen") List<Lane> lanes,
        @JsonProperty("schakelmomenten") List<SwitchMoment> moments,
        @JsonProperty("wieDoetWatNu") List<WhoseTurn> doing,
        @JsonProperty("wachtenOp") List<WhoseTurn> waits,
        @JsonProperty("ondersteuning") Support support,
        @JsonProperty("positie") long position,
        @JsonProperty("bijgewerktTot") @Nullable Instant standsStillSince) {

    record Human(UUID id, @JsonProperty("naam") String name) {}

    record Lane(
            @JsonProperty("partij") UUID party,
            @JsonProperty("naam") String name,
            @JsonProperty("soort") String kind) {}

    record SwitchMoment(
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

    record Promised(
            @JsonProperty("wie") @Nullable Human who,
            @JsonProperty("wanneer") @Nullable Instant when,
            @JsonProperty("tot") @Nullable LocalDate until,
            @JsonProperty("waar") @Nullable String where,
            @JsonProperty("lijn") @Nullable String line,
            @JsonProperty("niveau") @Nullable String level) {}

    record Went(
            @JsonProperty("hoe") @Nullable String meeting,
            @JsonProperty("woorden") @Nullable String words) {}

    record WhoseTurn(
            @JsonProperty("wie") @Nullable Human who,
            @JsonProperty("partij") @Nullable UUID party,
            @JsonProperty("waarop") String what,
            @JsonProperty("sinds") Instant since,
            @JsonProperty("betreft") UUID object) {}

    record Support(@JsonProperty("lijnen") List<SupportLine> lines) {}

    record SupportLine(
            @JsonProperty("verwijzing") UUID referral,
            @JsonProperty("lijn") String line,
            @JsonProperty("niveau") String level,
            @JsonProperty("waarom") @Nullable String why,
            @JsonProperty("weerKijkenOp") LocalDate lookAgainOn,
            @JsonProperty("sinds") Instant since) {}
}
