/** Ways to reach an applicant, made equal when they are equal. */
@NullMarked
package dev.bonafide.hiring.contact;

import org.jspecify.annotations.NullMarked;
