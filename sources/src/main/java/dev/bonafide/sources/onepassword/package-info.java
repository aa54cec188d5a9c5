/** 1Password. */
@NullMarked
package dev.bonafide.sources.onepassword;

import org.jspecify.annotations.NullMarked;
