/** Salesforce event log files. */
@NullMarked
package dev.bonafide.sources.salesforce;

import org.jspecify.annotations.NullMarked;
