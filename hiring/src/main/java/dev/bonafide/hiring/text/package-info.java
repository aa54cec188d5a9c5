/** What is compared between the texts of different people. */
@NullMarked
package dev.bonafide.hiring.text;

import org.jspecify.annotations.NullMarked;
