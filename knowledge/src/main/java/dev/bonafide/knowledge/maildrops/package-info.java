/** Places that take in mail and parcels for many people. */
@NullMarked
package dev.bonafide.knowledge.maildrops;

import org.jspecify.annotations.NullMarked;
