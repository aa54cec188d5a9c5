/** The report as one page. */
@NullMarked
package dev.bonafide.report;

import org.jspecify.annotations.NullMarked;
