/** Google Workspace. */
@NullMarked
package dev.bonafide.sources.google;

import org.jspecify.annotations.NullMarked;
