/** The activity log of Azure. */
@NullMarked
package dev.bonafide.sources.azureactivity;

import org.jspecify.annotations.NullMarked;
