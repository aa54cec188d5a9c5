/** The register of a payroll run. */
@NullMarked
package dev.bonafide.sources.payees;

import org.jspecify.annotations.NullMarked;
