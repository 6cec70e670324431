/** A look behind the pseudonyms of a history: asked with a reason, approved by a second auditor. */
@NullMarked
package nl.schakel.command.insight;

import org.jspecify.annotations.NullMarked;
