/** OneLogin. */
@NullMarked
package dev.bonafide.sources.onelogin;

import org.jspecify.annotations.NullMarked;
