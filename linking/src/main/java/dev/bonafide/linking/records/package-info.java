/** Record linkage for any table: which rows speak of the same person or thing. */
@NullMarked
package dev.bonafide.linking.records;

import org.jspecify.annotations.NullMarked;
