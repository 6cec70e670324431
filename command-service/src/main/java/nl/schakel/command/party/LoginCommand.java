package nl.schakel.command.party;

import nl.schakel.command.runtime.Command;
import nl.schakel.events.AccountId;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.StreamId;

/** What somebody may want of a login. */
sealed interface LoginCommand extends Command {

    AccountId account();

    @Override
    default StreamId stream() {
        return account().stream();
    }

    /** Een inlog aan een mens verbinden. */
    record BindAccount(AccountId account, PersonId person, By by) implements LoginCommand {}
}
