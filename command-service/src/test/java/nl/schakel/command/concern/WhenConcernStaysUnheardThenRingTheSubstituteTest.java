package nl.schakel.command.concern;

import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.NOW;
import static nl.schakel.command.People.words;
import static nl.schakel.command.concern.ConcernStory.AN_HOUR_LATER;
import static nl.schakel.command.concern.ConcernStory.HEARD_BEFORE;
import static nl.schakel.command.concern.ConcernStory.ID;
import static nl.schakel.command.concern.ConcernStory.REFERRAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.schakel.command.Direction;
import nl.schakel.command.desk.Lookups;
import nl.schakel.command.desk.Reactions;
import nl.schakel.command.desk.WorkingHours;
import nl.schakel.command.runtime.Hosting;
import nl.schakel.command.runtime.Neighbourhood;
import nl.schakel.command.runtime.Settings.Defaults;
import nl.schakel.events.Fact;
import nl.schakel.events.concern.ConcernEvent.ConcernHeard;
import nl.schakel.events.concern.ConcernEvent.OutcomeTold;
import nl.schakel.ledger.Recorded;
import nl.schakel.ledger.codec.Samples;
import nl.schakel.ledger.folds.Reaction.Change;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WhenConcernStaysUnheardThenRingTheSubstituteTest {

    private static final Direction DIRECTION = Direction.PROFESSIONAL_TO_INITIATIVE;
    private static final ConcernStory STORY = new ConcernStory(DIRECTION);

    private Hosting hosting;
    private HikariDataSource source;
    private Bells bells;
    private WhenConcernStaysUnheardThenRingTheSubstitute reaction;

    @BeforeAll
    void everyone_is_there(@TempDir Path directory) throws IOException {
        var database = Hosting.database();
        hosting = new Hosting(database);
        source = database.as("vault", 2);
        bells =
                new Bells(
                        new Lookups(hosting.reader),
                        new WorkingHours(),
                        new Defaults(
                                Duration.ofHours(4), Duration.ofHours(1), Duration.ofHours(1)));
        var vault = hosting.vault(source, directory);
        reaction =
                new WhenConcernStaysUnheardThenRingTheSubstitute(
                        hosting.host, bells, new Reactions(hosting.host, vault), () -> NOW);
        Neighbourhood.withReferral(hosting, DIRECTION);
    }

    @AfterAll
    void closed() {
        hosting.close();
        source.close();
    }

    @Test
    void when_someone_is_rung_then_it_is_due_that_she_heard_it() {
        var rung = recorded(7, STORY.firstRung(STORY.ladder().getFirst()));
        assertThat(reaction.changes(rung))
                .containsExactly(new Change.Due(ID.value() + "/7", HEARD_BEFORE));
    }

    @Test
    void when_there_is_nobody_to_ring_then_it_is_due_to_look_again() {
        assertThat(reaction.changes(recorded(8, STORY.nobody())))
                .containsExactly(new Change.Due(ID.value() + "/8", AN_HOUR_LATER));
    }

    @Test
    void when_a_human_heard_it_then_nothing_of_this_concern_is_due() {
        var heard = new ConcernHeard(ID, HANS, STORY.rung().by());
        assertThat(reaction.changes(recorded(9, heard)))
                .containsExactly(new Change.Settled(ID.value() + "/"));
    }

    @Test
    void other_facts_change_nothing_in_what_is_due() {
        var by = STORY.rung().by();
        assertThat(reaction.changes(recorded(1, STORY.raised(STORY.ladder())))).isEmpty();
        assertThat(reaction.changes(recorded(2, new OutcomeTold(ID, HANS, words("w"), by))))
                .isEmpty();
    }

    @Test
    void what_it_acts_on_happens_in_a_history_that_it_follows() {
        var acting =
                Samples.kinds()
                        .<Fact>map(Samples::of)
                        .filter(fact -> !reaction.changes(recorded(1, fact)).isEmpty())
                        .map(fact -> fact.stream().kind());
        assertThat(acting).isNotEmpty().isSubsetOf(reaction.kinds());
    }

    @Test
    void what_is_due_is_named_by_its_cause_so_the_same_fact_says_the_same_twice() {
        var first = recorded(7, STORY.nextRung(STORY.ladder().getLast()));
        var second = recorded(8, STORY.nextRung(STORY.ladder().getLast()));
        assertThat(reaction.changes(first)).isEqualTo(reaction.changes(first));
        assertThat(reaction.changes(first)).isNotEqualTo(reaction.changes(second));
    }

    @Test
    void unheard_it_rings_the_next_human_once_and_nobody_after_it_was_heard() {
        var raiser = STORY.raising().by();
        hosting.send(STORY.raise(bells.ladder(HANS, REFERRAL, raiser, NOW)));
        var first = due().getLast();
        reaction.due(first);
        reaction.due(first);
        assertThat(facts()).endsWith(STORY.nextRung(STORY.step(STORY.rung().substitute())));
        assertThat(due()).hasSize(2);
        hosting.send(STORY.hear(STORY.rung().by()));
        reaction.due(due().getLast());
        assertThat(facts()).endsWith(new ConcernHeard(ID, HANS, STORY.rung().by())).hasSize(4);
    }

    private List<Fact> facts() {
        return hosting.reader.stream(ID.stream(), -1).stream().map(Recorded::fact).toList();
    }

    private List<String> due() {
        return hosting.reader.stream(ID.stream(), -1).stream()
                .flatMap(fact -> reaction.changes(fact).stream())
                .filter(change -> change instanceof Change.Due)
                .map(change -> ((Change.Due) change).id())
                .toList();
    }

    private static Recorded recorded(long position, Fact fact) {
        return new Recorded(position, fact.stream(), position, new UUID(9, position), fact, null);
    }
}
