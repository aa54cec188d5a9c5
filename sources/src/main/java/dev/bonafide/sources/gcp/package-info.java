/** The audit logs of Google Cloud. */
@NullMarked
package dev.bonafide.sources.gcp;

import org.jspecify.annotations.NullMarked;
