/**
 * Applications before the offer: what was sent, what of it does not fit, and what to ask. Names are
 * never read by a check; all that a check may see is on {@link dev.bonafide.hiring.Applicant}.
 */
@NullMarked
package dev.bonafide.hiring;

import org.jspecify.annotations.NullMarked;
