/** GitHub webhooks. */
@NullMarked
package dev.bonafide.sources.githubhook;

import org.jspecify.annotations.NullMarked;
