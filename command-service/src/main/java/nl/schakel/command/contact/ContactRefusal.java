package nl.schakel.command.contact;

import nl.schakel.access.Refusal;

/** Why an absence is refused; each name is the key of one Dutch sentence. */
enum ContactRefusal implements Refusal {
    AN_ABSENCE_BEGINS_BEFORE_IT_ENDS,
    SOMEONE_ELSE_WHO_IS_THERE_STANDS_IN
}
