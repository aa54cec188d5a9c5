/** The audit events of GitLab. */
@NullMarked
package dev.bonafide.sources.gitlab;

import org.jspecify.annotations.NullMarked;
