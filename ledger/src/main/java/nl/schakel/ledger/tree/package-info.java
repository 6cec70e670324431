/**
 * A Merkle tree as RFC 9162 has it: hashes, roots and proofs, and the file that holds its nodes.
 */
@NullMarked
package nl.schakel.ledger.tree;

import org.jspecify.annotations.NullMarked;
