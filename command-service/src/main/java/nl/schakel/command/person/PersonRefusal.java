package nl.schakel.command.person;

import nl.schakel.access.Refusal;

/** Why a person's own history says no; each name is the key of one Dutch sentence. */
enum PersonRefusal implements Refusal {
    A_CONSENT_IS_THE_PERSONS_OWN,
    A_CONSENT_LASTS,
    NOT_KNOWN_HERE,
    NO_SUCH_CONSENT,
    ONLY_THE_WRITER_OR_THE_PERSON_RELEASES,
    ONLY_WHO_RECEIVED_IT_READS_BACK,
    THIS_VERSION_IS_NOT_WRITTEN
}
