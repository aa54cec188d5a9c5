/** What an employer hands in, told apart by its content, and joined to applications. */
@NullMarked
package dev.bonafide.hiring.documents;

import org.jspecify.annotations.NullMarked;
