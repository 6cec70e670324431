package nl.schakel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schakel.standalone.Sides.BothWays;
import tools.jackson.databind.JsonNode;

/** What a path says that somebody can do is what the rulebook lets her do, at every stage. */
final class WhatCanBeDoneTest {

    private static final Set<String> SUPPORT = Set.of("meer-steun");

    private final Town town = Town.town();

    @BothWays
    void each_side_is_told_what_it_can_do_and_nobody_else_is_told_anything(Sides sides) {
        var handover = Handover.asked(town, sides);
        can(handover, Set.of("ja"), Set.of("ja", "welkom", "niet-nu", "vraag"));
        var question = handover.asksBack("Met hout of met fietsen?");
        can(handover, Set.of("ja", "antwoord"), Set.of("ja", "welkom", "niet-nu", "vraag"));
        assertThat(referral(handover, sides.asker).at("/vragen/0").stringValue())
                .isEqualTo(question.toString());
        handover.answers(question, "Met hout.");
        handover.saysYes();
        can(handover, Set.of(), Set.of("welkom", "niet-nu", "vraag"));
        handover.welcomes();
        both(handover, "eerste-bezoek", "meer-steun");
        var visit = handover.promises(Duration.ofDays(3));
        both(handover, "verzetten", "afzeggen", "meer-steun");
        assertThat(referral(handover, sides.host).at("/bezoeken/0/bezoek").stringValue())
                .isEqualTo(visit.toString());
        handover.callsOff(visit);
        both(handover, "eerste-bezoek", "meer-steun");
        var second = handover.promises(Duration.ofMinutes(1));
        both(handover, "hoe-ging-het", "verzetten", "afzeggen", "meer-steun");
        handover.tellsHowItWent(sides.host, second, "samen");
        both(handover, "meer-steun", "loslaten");
        handover.scales(sides.asker, "/opschalingen", "nabij");
        both(handover, "meer-steun", "minder-steun", "loslaten");
        handover.scales(sides.asker, "/afschalingen", "op-afroep");
        both(handover, "meer-steun", "loslaten");
        handover.letsGo();
        can(handover, SUPPORT, Set.of("meer-steun", "omkijken"));
        handover.looksAfter();
        both(handover, "meer-steun");
    }

    /**
     * Rule 8 is about the introduction: a visit that is moved afterwards begins it no second time.
     */
    @BothWays
    void a_visit_that_is_moved_later_changes_nothing_else(Sides sides) {
        var handover = Handover.started(town, sides);
        var one = handover.promises(Duration.ofMinutes(1));
        var other = handover.promises(Duration.ofDays(3));
        handover.tellsHowItWent(sides.host, one, "samen");
        var later = Map.of("wanneer", town.now().plus(Duration.ofDays(4)).toString());
        var path = "/v1/verwijzingen/" + handover.referral + "/eerste-bezoeken/" + other;
        assertThat(town.voice(sides.asker).put(path, later).status()).isEqualTo(200);
        both(handover, "verzetten", "afzeggen", "meer-steun", "loslaten");
    }

    @BothWays
    void whoever_said_not_now_or_looks_back_can_do_nothing(Sides sides) {
        var handover = Handover.asked(town, sides);
        var then = town.now().toString();
        town.later(Duration.ofMinutes(1));
        handover.onReferral(sides.host, "/niet-nu", Map.of());
        can(handover, Set.of(), Set.of());
        var path = "/v1/inwoners/" + handover.person + "/pad?gekendOp=" + then;
        var asked = town.voice(sides.host).get(path).body();
        assertThat(asked.at("/verwijzingen/0/kan").size()).isZero();
        assertThat(asked.at("/verwijzingen/0/stand").stringValue()).isEqualTo("gevraagd");
    }

    @BothWays
    void the_person_says_yes_herself_and_moves_her_own_visits(Sides sides) {
        var handover = Handover.asked(town, sides);
        var login = "inwoner-" + UUID.randomUUID();
        handover.onPerson("beheer", "/accounts", Map.of("account", login));
        var path = town.services().addresses().query() + "/v1/inwoners/" + handover.person + "/pad";
        var token = Tokens.of(town).token(login);
        town.level();
        assertThat(words(Wire.get(token, path).json().at("/verwijzingen/0/kan")))
                .containsExactly("ja");
        handover.saysYes();
        handover.welcomes();
        handover.promises(Duration.ofDays(1));
        town.level();
        assertThat(words(Wire.get(token, path).json().at("/verwijzingen/0/kan")))
                .containsExactly("verzetten", "afzeggen");
    }

    private static void both(Handover handover, String... words) {
        can(handover, Set.of(words), Set.of(words));
    }

    private static void can(Handover handover, Set<String> asker, Set<String> host) {
        assertThat(words(referral(handover, handover.sides.asker).at("/kan")))
                .as(handover.sides.asker)
                .containsExactlyInAnyOrderElementsOf(asker);
        assertThat(words(referral(handover, handover.sides.host).at("/kan")))
                .as(handover.sides.host)
                .containsExactlyInAnyOrderElementsOf(host);
    }

    private static JsonNode referral(Handover handover, String who) {
        handover.town.level();
        return handover.path(who).body().at("/verwijzingen/0");
    }

    private static List<String> words(JsonNode can) {
        return can.valueStream().map(JsonNode::stringValue).toList();
    }
}
