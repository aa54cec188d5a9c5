/** What the columns of a table mean, and how two values of one column are compared. */
@NullMarked
package dev.bonafide.linking.fields;

import org.jspecify.annotations.NullMarked;
