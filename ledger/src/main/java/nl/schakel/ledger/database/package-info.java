/** One PostgreSQL: how each role gets in, and how schemas are made. */
@NullMarked
package nl.schakel.ledger.database;

import org.jspecify.annotations.NullMarked;
