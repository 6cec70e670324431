package nl.schakel.command.party;

import static nl.schakel.command.People.DE_SLEUTEL;
import static nl.schakel.command.People.JOKE;
import static nl.schakel.command.People.SAMIRA;
import static nl.schakel.command.party.PartyStory.ACCOUNT;
import static nl.schakel.command.party.PartyStory.THE_ADMINISTRATOR;
import static nl.schakel.command.party.PartyStory.add;
import static nl.schakel.command.party.PartyStory.bind;
import static nl.schakel.command.party.PartyStory.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import nl.schakel.command.Rules;
import nl.schakel.command.party.Party.Active;
import nl.schakel.events.account.AccountEvent;
import nl.schakel.events.account.AccountEvent.AccountBound;
import nl.schakel.events.party.PartyEvent;
import nl.schakel.events.party.PartyEvent.MemberAdded;
import nl.schakel.events.party.PartyEvent.PartyJoined;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PartyTest {

    @ParameterizedTest
    @EnumSource
    void rule_2_a_party_of_either_kind_joins_once_in_the_same_way(PartyKind kind) {
        party().when(join(DE_SLEUTEL, kind))
                .then(new PartyJoined(DE_SLEUTEL, kind, "De Sleutel", "Breda", THE_ADMINISTRATOR))
                .when(join(DE_SLEUTEL, kind))
                .refused(PartyRefusal.ALREADY_TAKES_PART);
    }

    @Test
    void a_member_belongs_to_a_party_that_takes_part() {
        var contact = add(DE_SLEUTEL, JOKE, Set.of(Role.CONTACT));
        party().when(contact).refused(PartyRefusal.TAKES_NO_PART);
        joined().when(contact)
                .then(new MemberAdded(DE_SLEUTEL, JOKE, Set.of(Role.CONTACT), THE_ADMINISTRATOR))
                .when(contact)
                .nothing();
    }

    @Test
    void a_member_gets_other_roles_beside_the_others_who_keep_theirs() {
        var after =
                joined().when(add(DE_SLEUTEL, JOKE, Set.of(Role.CONTACT)))
                        .happened()
                        .when(add(DE_SLEUTEL, SAMIRA, Set.of(Role.VOLUNTEER)))
                        .happened()
                        .when(add(DE_SLEUTEL, JOKE, Set.of(Role.COORDINATOR)))
                        .happened();
        assertThat(((Active) after.state()).members())
                .isEqualTo(Map.of(JOKE, Set.of(Role.COORDINATOR), SAMIRA, Set.of(Role.VOLUNTEER)));
    }

    @Test
    void a_login_belongs_to_one_person_for_ever() {
        login().when(bind(JOKE))
                .then(new AccountBound(ACCOUNT, JOKE, THE_ADMINISTRATOR))
                .when(bind(JOKE))
                .nothing();
        bound().when(bind(SAMIRA)).refused(PartyRefusal.THIS_LOGIN_BELONGS_TO_SOMEONE_ELSE);
    }

    /** A new reason does not compile without its way. */
    @ParameterizedTest
    @EnumSource
    void every_reason_to_say_no_can_come_about(PartyRefusal reason) {
        switch (reason) {
            case ALREADY_TAKES_PART ->
                    joined().when(join(DE_SLEUTEL, PartyKind.INITIATIVE)).refused(reason);
            case TAKES_NO_PART -> party().when(add(DE_SLEUTEL, JOKE, Set.of())).refused(reason);
            case THIS_LOGIN_BELONGS_TO_SOMEONE_ELSE -> bound().when(bind(SAMIRA)).refused(reason);
        }
    }

    private static Rules<PartyCommand, PartyEvent, Party> party() {
        return Rules.given(Party.RULES);
    }

    private static Rules<PartyCommand, PartyEvent, Party> joined() {
        return party().when(join(DE_SLEUTEL, PartyKind.INITIATIVE)).happened();
    }

    private static Rules<LoginCommand, AccountEvent, Login> login() {
        return Rules.given(Login.RULES);
    }

    private static Rules<LoginCommand, AccountEvent, Login> bound() {
        return login().when(bind(JOKE)).happened();
    }
}
