/** The demo login: tokens for personas; never on the class path of a service. */
@NullMarked
package nl.schakel.standalone.login;

import org.jspecify.annotations.NullMarked;
