/**
 * Everything in one process: a PostgreSQL, a demo login, both services, and a neighbourhood with a
 * story.
 */
@NullMarked
package nl.schakel.standalone;

import org.jspecify.annotations.NullMarked;
