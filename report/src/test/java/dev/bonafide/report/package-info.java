/** Tests of the page, and the sample that other rooms look at. */
@NullMarked
package dev.bonafide.report;

import org.jspecify.annotations.NullMarked;
