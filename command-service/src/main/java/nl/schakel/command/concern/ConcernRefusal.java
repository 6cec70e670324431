package nl.schakel.command.concern;

import nl.schakel.access.Refusal;

/**
 * Why a bell says no; each name is the key of one Dutch sentence. Raising never fails for a rule.
 */
enum ConcernRefusal implements Refusal {
    NOBODY_RANG,
    NOT_HEARD_YET,
    ONLY_WHO_IS_RUNG_HEARS
}
