/** AWS CloudTrail. */
@NullMarked
package dev.bonafide.sources.cloudtrail;

import org.jspecify.annotations.NullMarked;
