/** Firms that rent out other people's lines as exits. */
@NullMarked
package dev.bonafide.knowledge.residentialproxies;

import org.jspecify.annotations.NullMarked;
