/** Mobile carriers, satellite and carrier-grade NAT, by generic words. */
@NullMarked
package dev.bonafide.knowledge.carriers;

import org.jspecify.annotations.NullMarked;
