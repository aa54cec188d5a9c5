/** The System Log of Okta. */
@NullMarked
package dev.bonafide.sources.okta;

import org.jspecify.annotations.NullMarked;
