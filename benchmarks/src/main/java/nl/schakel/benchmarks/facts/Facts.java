package nl.schakel.benchmarks.facts;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nl.schakel.events.Fact;
import nl.schakel.events.party.PartyKind;

/**
 * Facts without end, as a neighbourhood would write them: parties first, then lives that go on side
 * by side, a few of them most of the time (Zipf), each with a lognormal number of facts, one of
 * them 10,000.
 */
public final class Facts {

    private static final int PARTIES = 100;
    private static final int SIDE_BY_SIDE = 2_000;
    private static final int LONG_LIFE = 10_000;
    private static final long SECONDS_APART = 10;
    private static final Instant FIRST_DAY = Instant.parse("2024-01-01T08:00:00Z");

    private final Chance chance;
    private final List<Party> parties = new ArrayList<>();
    private final Deque<Fact> first = new ArrayDeque<>();
    private final Life[] lives = new Life[SIDE_BY_SIDE];
    private Instant now = FIRST_DAY;

    /** The same seed gives the same facts. */
    public Facts(long seed) {
        this.chance = new Chance(seed);
        for (int i = 0; i < PARTIES; i++) {
            var kind = i % 2 == 0 ? PartyKind.PROFESSIONAL : PartyKind.INITIATIVE;
            var party = Party.of(chance, kind);
            parties.add(party);
            first.addAll(party.joined(now));
        }
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            lives[i] = life(i == 0 ? LONG_LIFE : chance.length());
        }
    }

    /** The parties, which stand before all else. */
    public List<Party> parties() {
        return List.copyOf(parties);
    }

    /** What happened next. */
    public Fact next() {
        if (!first.isEmpty()) {
            return first.removeFirst();
        }
        now = now.plusSeconds(SECONDS_APART);
        int which = chance.rank(SIDE_BY_SIDE);
        if (lives[which].ended()) {
            lives[which] = life(chance.length());
        }
        return lives[which].next(now);
    }

    /** Lives of which each has started a referral between these parties, and their facts. */
    public static List<Life> started(
            int count, Party from, Party to, long seed, Instant at, List<Fact> into) {
        var chance = new Chance(seed);
        var started = new ArrayList<Life>();
        for (int i = 0; i < count; i++) {
            var life = new Life(chance, from, to, Life.BEGINNING);
            while (!life.ended()) {
                into.add(life.next(at));
            }
            started.add(life);
        }
        return List.copyOf(started);
    }

    private Life life(int length) {
        int from = chance.below(PARTIES);
        int to = (from + 1 + 2 * chance.below(PARTIES / 2)) % PARTIES;
        return new Life(chance, parties.get(from), parties.get(to), length);
    }
}
