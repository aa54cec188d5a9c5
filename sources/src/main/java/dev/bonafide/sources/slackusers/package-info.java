/** The members of a Slack workspace. */
@NullMarked
package dev.bonafide.sources.slackusers;

import org.jspecify.annotations.NullMarked;
