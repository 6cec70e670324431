package nl.schakel.command.support;

import nl.schakel.access.Refusal;

/** Why scaling is refused; each name is the key of one Dutch sentence. */
enum SupportRefusal implements Refusal {
    LOOKING_AGAIN_IS_STILL_TO_COME,
    SCALING_DOWN_GIVES_LESS,
    SCALING_UP_GIVES_MORE,
    SUPPORT_STANDS_BESIDE_WHAT_HAS_STARTED
}
