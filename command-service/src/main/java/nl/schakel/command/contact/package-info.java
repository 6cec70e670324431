/** Whether a known contact is there, and who stands in when not. */
@NullMarked
package nl.schakel.command.contact;

import org.jspecify.annotations.NullMarked;
