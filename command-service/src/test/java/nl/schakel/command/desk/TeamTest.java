package nl.schakel.command.desk;

import static nl.schakel.command.People.A_STRANGER;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.PETER;
import static nl.schakel.command.People.SAMIRA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import nl.schakel.events.PersonId;
import org.junit.jupiter.api.Test;

final class TeamTest {

    @Test
    void who_is_not_away_is_there_herself() {
        var team = team(Map.of());
        assertThat(team.there(SAMIRA)).contains(SAMIRA);
        assertThat(team.here(SAMIRA)).isTrue();
        assertThat(team.reaches(SAMIRA)).isTrue();
    }

    @Test
    void who_is_away_is_reached_along_her_stand_ins() {
        var team = team(Map.of(SAMIRA, PETER, PETER, JOKE));
        assertThat(team.there(SAMIRA)).contains(JOKE);
        assertThat(team.here(SAMIRA)).isFalse();
        assertThat(team.reaches(SAMIRA)).isTrue();
    }

    @Test
    void who_stand_in_for_each_other_are_not_reached() {
        var team = team(Map.of(SAMIRA, PETER, PETER, SAMIRA));
        assertThat(team.there(SAMIRA)).isEmpty();
        assertThat(team.reaches(SAMIRA)).isFalse();
        assertThat(team.reaches(JOKE)).isTrue();
    }

    @Test
    void a_stranger_is_not_reached_and_reaches_nobody() {
        assertThat(team(Map.of()).reaches(A_STRANGER)).isFalse();
        assertThat(team(Map.of(SAMIRA, A_STRANGER)).reaches(SAMIRA)).isFalse();
    }

    private static Team team(Map<PersonId, PersonId> standIns) {
        return new Team(Set.of(SAMIRA, PETER, JOKE), standIns);
    }
}
