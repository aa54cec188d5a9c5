/** Files of rows that are no logs: tables for record linkage, lists of names. */
@NullMarked
package dev.bonafide.engine.tables;

import org.jspecify.annotations.NullMarked;
