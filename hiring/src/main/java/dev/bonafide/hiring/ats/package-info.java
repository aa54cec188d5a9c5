/** Exports of applicant tracking systems, made applicants. */
@NullMarked
package dev.bonafide.hiring.ats;

import org.jspecify.annotations.NullMarked;
