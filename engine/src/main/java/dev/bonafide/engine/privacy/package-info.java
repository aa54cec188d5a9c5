/** Keeps who is who apart from what was found: keyed pseudonyms, and the vault that undoes them. */
@NullMarked
package dev.bonafide.engine.privacy;

import org.jspecify.annotations.NullMarked;
