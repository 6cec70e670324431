package nl.schakel.events.account;

import nl.schakel.events.AccountId;
import nl.schakel.events.By;
import nl.schakel.events.Fact;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;

/** What can have happened to a login at an identity provider. */
public sealed interface AccountEvent extends Fact {

    AccountId account();

    @Override
    PersonId person();

    @Override
    default StreamId stream() {
        return account().stream();
    }

    /** Deze inlog hoort bij deze mens. */
    record AccountBound(AccountId account, PersonId person, By by) implements AccountEvent {}
}
