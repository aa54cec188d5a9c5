/** JSON documents with the line of each value, for quoting. */
@NullMarked
package dev.bonafide.hiring.json;

import org.jspecify.annotations.NullMarked;
