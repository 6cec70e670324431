/**
 * Getting in with a browser: the ordinary code flow with PKCE, sessions, and tokens to speak with.
 */
@NullMarked
package nl.schakel.query.login;

import org.jspecify.annotations.NullMarked;
