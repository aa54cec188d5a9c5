/** Shipments of equipment. */
@NullMarked
package dev.bonafide.sources.shipping;

import org.jspecify.annotations.NullMarked;
