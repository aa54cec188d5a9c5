/**
 * Text out of PDF, Word and HTML documents, in a process of its own: what such a document does to
 * its reader happens here, where there is little memory, no network and nothing to lose.
 */
@NullMarked
package dev.bonafide.extraction;

import org.jspecify.annotations.NullMarked;
