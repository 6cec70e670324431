package nl.schakel.command.insight;

import nl.schakel.access.Refusal;

/** Why a look says no; each name is the key of one Dutch sentence. */
enum InsightRefusal implements Refusal {
    NOBODY_ASKED_TO_LOOK,
    A_SECOND_AUDITOR_APPROVES,
    ASKED_TOO_LONG_AGO
}
