package nl.schakel.command.party;

import nl.schakel.access.Refusal;

/** Why a party, or a login, says no; each name is the key of one Dutch sentence. */
enum PartyRefusal implements Refusal {
    ALREADY_TAKES_PART,
    TAKES_NO_PART,
    THIS_LOGIN_BELONGS_TO_SOMEONE_ELSE
}
