@NullMarked
package nl.schakel.query.login;

import org.jspecify.annotations.NullMarked;
