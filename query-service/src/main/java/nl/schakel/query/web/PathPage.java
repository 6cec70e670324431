package nl.schakel.query.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.path.PathAnswer;
import nl.schakel.query.path.PathAnswer.Lane;
import nl.schakel.query.path.PathAnswer.SwitchMoment;
import nl.schakel.query.path.PathEndpoint;
import nl.schakel.query.web.frame.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Het pad: who does what now, and every moment between professionals and initiatives. */
@RestController
public class PathPage {

    private static final String INITIATIVE = "initiatief";
    private static final String HEARS = "bel-gehoord";
    private static final Set<String> ACROSS =
            Set.of(
                    "verwezen",
                    "ja-van-inwoner",
                    "welkom",
                    "handleiding-vrijgegeven",
                    "eerste-bezoek",
                    "loslaten-bevestigd");

    private final PathEndpoint paths;
    private final Screens screens;
    private final Texts texts;

    PathPage(PathEndpoint paths, Screens screens, Texts texts) {
        this.paths = paths;
        this.screens = screens;
        this.texts = texts;
    }

    /** What stands on it, and how its parties are called. */
    public record Path(PathAnswer path, Map<UUID, Lane> lanes) {

        /** A path with its lanes by party. */
        static Path of(PathAnswer path) {
            return new Path(
                    path,
                    path.lanes().stream().collect(Collectors.toMap(Lane::party, lane -> lane)));
        }

        /** Whether there is anything that she can do. */
        public boolean anything() {
            return path.referrals().stream().anyMatch(referral -> !referral.can().isEmpty());
        }

        /** Whether she stands on it for a party, and so can bring the person to another. */
        public boolean refers() {
            return path.referrals().stream().anyMatch(referral -> referral.side() != null);
        }

        /** What a party is called; empty when there is none. */
        public String party(@Nullable UUID party) {
            var lane = party == null ? null : lanes.get(party);
            return lane == null ? "" : lane.name();
        }

        /**
         * Where a moment stands: across both lanes when somebody passes from one pair of hands to
         * another, else in the lane of who acted.
         */
        public String place(SwitchMoment moment) {
            if (across(moment)) {
                return "beide";
            }
            return kind(HEARS.equals(moment.kind()) ? moment.to() : moment.from());
        }

        /** Whether somebody passes from one pair of hands to another. */
        public boolean across(SwitchMoment moment) {
            return ACROSS.contains(moment.kind());
        }

        /** The key of what comes before who was promised. */
        public String promised(SwitchMoment moment) {
            return switch (moment.kind()) {
                case "eerste-bezoek-afgezegd" -> "pad.afgezegd-door";
                case "welkom" -> "pad.contact";
                case "opgeschaald", "afgeschaald" -> "pad.niveau";
                case "loslaten-voorgesteld", "loslaten-bevestigd" -> "pad.terug-bij";
                default -> "pad.belofte";
            };
        }

        /** The key of what comes before until when it was promised. */
        public String until(SwitchMoment moment) {
            return switch (moment.kind()) {
                case "opgeschaald", "afgeschaald" -> "pad.weer-kijken";
                case "loslaten-voorgesteld", "loslaten-bevestigd" -> "pad.omkijken-tot";
                default -> "pad.tot";
            };
        }

        private String kind(@Nullable UUID party) {
            var lane = party == null ? null : lanes.get(party);
            if (lane == null) {
                return "";
            }
            return lane.kind().equals(INITIATIVE) ? INITIATIVE : "professional";
        }
    }

    @GetMapping(path = "/inwoners/{id}", produces = Screens.HTML)
    String path(
            @PathVariable UUID id,
            @RequestParam @Nullable Long naPositie,
            Caller caller,
            CsrfToken csrf) {
        var path = paths.path(id, naPositie, null, null, caller);
        var title = texts.of("pad.titel") + " " + path.person().name();
        return screens.show("path", title, Path.of(path), caller, csrf);
    }
}
