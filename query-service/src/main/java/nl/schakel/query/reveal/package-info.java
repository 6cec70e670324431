/** Names and words behind a history, for two auditors who agreed on it, for a day. */
@NullMarked
package nl.schakel.query.reveal;

import org.jspecify.annotations.NullMarked;
