/** CrowdStrike Falcon. */
@NullMarked
package dev.bonafide.sources.crowdstrike;

import org.jspecify.annotations.NullMarked;
