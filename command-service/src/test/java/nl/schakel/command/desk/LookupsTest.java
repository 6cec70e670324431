package nl.schakel.command.desk;

import static nl.schakel.command.People.DE_SLEUTEL;
import static nl.schakel.command.People.HANS;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import nl.schakel.access.Account;
import nl.schakel.access.Circle;
import nl.schakel.access.NotThere;
import nl.schakel.access.Ring.Phase;
import nl.schakel.command.BothDirections;
import nl.schakel.command.Direction;
import nl.schakel.command.party.PartyStory;
import nl.schakel.command.referral.ReferralStory;
import nl.schakel.command.runtime.Hosting;
import nl.schakel.command.runtime.Neighbourhood;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;
import nl.schakel.ledger.database.Database;
import nl.schakel.ledger.database.Schemas.Room;
import nl.schakel.ledger.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is looked up is kept, and yet never older than the last fact of another process. */
final class LookupsTest {

    private final Database database = TestPostgres.fresh(Room.LEDGER);
    private final Hosting here = new Hosting(database);
    private final Hosting elsewhere = new Hosting(database);
    private final Lookups lookups = new Lookups(here.reader);
    private final Involvement involvement = new Involvement(here.reader, lookups);

    @AfterEach
    void closed() {
        here.close();
        elsewhere.close();
    }

    @BothDirections
    void a_circle_is_as_the_last_fact_left_it(Direction direction) {
        assertThat(lookups.circle(HANS)).isEqualTo(Circle.NOBODY);
        Neighbourhood.of(elsewhere, direction);
        assertThat(lookups.circle(HANS).knownBy()).containsExactly(direction.asking().party());
        var refer = new ReferralStory(direction).refer();
        elsewhere.send(refer);
        assertThat(lookups.circle(HANS).referrals()).containsOnlyKeys(refer.referral());
    }

    @Test
    void so_is_a_party_which_is_not_there_before_it_takes_part() {
        assertThatThrownBy(() -> lookups.roster(DE_SLEUTEL)).isInstanceOf(NotThere.class);
        elsewhere.send(PartyStory.join(DE_SLEUTEL, PartyKind.INITIATIVE));
        assertThat(lookups.roster(DE_SLEUTEL).members()).isEmpty();
        elsewhere.send(PartyStory.add(DE_SLEUTEL, JOKE, Set.of(Role.CONTACT)));
        assertThat(lookups.roster(DE_SLEUTEL).members()).containsOnlyKeys(JOKE);
        elsewhere.send(PartyStory.add(DE_SLEUTEL, SAMIRA, Set.of(Role.CONTACT)));
        assertThat(lookups.roster(DE_SLEUTEL).members()).containsOnlyKeys(JOKE, SAMIRA);
    }

    @Test
    void so_is_a_login() {
        assertThat(lookups.account(PartyStory.ACCOUNT)).isEqualTo(Account.UNBOUND);
        PartyStory.everythingOfLogins().forEach(elsewhere::send);
        assertThat(lookups.account(PartyStory.ACCOUNT)).isEqualTo(new Account(JOKE));
    }

    @BothDirections
    void so_is_a_referral_and_who_stands_around_it(Direction direction) {
        var story = new ReferralStory(direction);
        var referral = story.refer().referral();
        assertThat(involvement.find(referral)).isEmpty();
        Neighbourhood.withReferral(elsewhere, direction);
        var asked = involvement.find(referral).orElseThrow();
        assertThat(asked.person()).isEqualTo(HANS);
        assertThat(asked.ring().phase()).isEqualTo(Phase.ASKED);
        elsewhere.send(story.yes(by(HANS, null)));
        var started = involvement.find(referral).orElseThrow();
        assertThat(started.ring().phase()).isEqualTo(Phase.STARTED);
    }
}
