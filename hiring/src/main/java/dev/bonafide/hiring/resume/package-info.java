/** A résumé as lines, jobs and studies, read from text or JSON Resume. */
@NullMarked
package dev.bonafide.hiring.resume;

import org.jspecify.annotations.NullMarked;
