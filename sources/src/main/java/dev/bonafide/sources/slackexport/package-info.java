/** The export of a Slack workspace. */
@NullMarked
package dev.bonafide.sources.slackexport;

import org.jspecify.annotations.NullMarked;
