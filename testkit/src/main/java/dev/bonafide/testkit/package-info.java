/** A small seeded property runner. Depends on no room. */
@NullMarked
package dev.bonafide.testkit;

import org.jspecify.annotations.NullMarked;
