/** Auth0. */
@NullMarked
package dev.bonafide.sources.auth0;

import org.jspecify.annotations.NullMarked;
