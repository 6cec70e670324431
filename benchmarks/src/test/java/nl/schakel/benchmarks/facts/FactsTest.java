package nl.schakel.benchmarks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.events.Fact;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.person.PersonEvent.GuideWritten;
import nl.schakel.ledger.codec.FactCodec;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final int MANY = 20_000;
    private static final Instant SOME_DAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<String> BEGINNING =
            List.of(
                    "PersonRegistered",
                    "ReferralAsked",
                    "QuestionAsked",
                    "QuestionAnswered",
                    "PersonSaidYes",
                    "Welcomed",
                    "FirstVisitPromised",
                    "FirstVisitRecorded");
    private static final List<String> OVER_AND_OVER =
            List.of(
                    "ScaledUp",
                    "GuideWritten",
                    "ConcernRaised",
                    "ContactRung",
                    "ConcernHeard",
                    "OutcomeTold",
                    "ScaledDown");

    @Test
    void the_same_seed_gives_the_same_facts() {
        assertThat(facts(1)).isEqualTo(facts(1));
    }

    @Test
    void another_seed_gives_others() {
        assertThat(facts(2)).noneMatch(Set.copyOf(facts(1))::contains);
    }

    @Test
    void parties_and_their_members_stand_before_all_else() {
        var facts = facts(3);
        int parties = 3 * new Facts(3).parties().size();
        assertThat(facts.subList(0, parties)).allMatch(PartyEvent.class::isInstance);
        assertThat(facts.subList(parties, MANY)).noneMatch(PartyEvent.class::isInstance);
    }

    @Test
    void a_life_is_one_referral_up_to_its_start_and_then_support_a_guide_and_bells() {
        var names = Stream.concat(BEGINNING.stream(), endlessly()).limit(MANY).toList();
        assertThat(lives())
                .hasSizeGreaterThan(1_000)
                .allSatisfy(
                        life -> assertThat(named(life)).isEqualTo(names.subList(0, life.size())));
    }

    @Test
    void a_life_goes_on_in_time() {
        assertThat(lives())
                .allSatisfy(
                        life ->
                                assertThat(life)
                                        .extracting(fact -> fact.by().recordedAt())
                                        .isSorted());
    }

    @Test
    void the_guides_of_a_life_are_numbered_from_one() {
        assertThat(lives())
                .allSatisfy(
                        life -> {
                            var versions = guides(life).map(GuideWritten::version).toList();
                            assertThat(versions)
                                    .isEqualTo(
                                            IntStream.rangeClosed(1, versions.size())
                                                    .boxed()
                                                    .toList());
                        });
    }

    @Test
    void lives_that_have_started_are_told_up_to_there() {
        var parties = new Facts(5).parties();
        var facts = new ArrayList<Fact>();
        var lives = Facts.started(3, parties.get(0), parties.get(1), 5, SOME_DAY, facts);
        assertThat(facts).hasSize(3 * Life.BEGINNING);
        assertThat(facts.stream().map(Fact::person).distinct())
                .isEqualTo(lives.stream().map(Life::person).toList());
        assertThat(named(facts.subList(0, Life.BEGINNING))).isEqualTo(BEGINNING);
    }

    @Test
    void histories_are_lognormal_and_facts_have_some_600_bytes() {
        var chance = new Chance(6);
        var lengths = IntStream.generate(chance::length).limit(MANY).sorted().toArray();
        assertThat(lengths[MANY / 2]).isBetween(11, 13);
        assertThat(lengths[MANY * 99 / 100]).isBetween(170, 230);
        var codec = new FactCodec();
        assertThat(
                        facts(6).stream()
                                .mapToInt(fact -> codec.write(fact).length)
                                .average()
                                .orElseThrow())
                .isBetween(500.0, 700.0);
    }

    private static List<Fact> facts(long seed) {
        var facts = new Facts(seed);
        return Stream.generate(facts::next).limit(MANY).toList();
    }

    /** What is known of each person, in order. */
    private static Collection<List<Fact>> lives() {
        return facts(4).stream()
                .filter(fact -> !(fact instanceof PartyEvent))
                .collect(Collectors.groupingBy(Fact::person))
                .values();
    }

    private static List<String> named(List<Fact> facts) {
        return facts.stream().map(FactsTest::name).toList();
    }

    private static String name(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    private static Stream<GuideWritten> guides(List<Fact> life) {
        return life.stream().filter(GuideWritten.class::isInstance).map(GuideWritten.class::cast);
    }

    private static Stream<String> endlessly() {
        return Stream.generate(() -> OVER_AND_OVER).flatMap(List::stream);
    }
}
