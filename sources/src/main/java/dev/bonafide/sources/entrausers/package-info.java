/** The users of a Microsoft Entra tenant. */
@NullMarked
package dev.bonafide.sources.entrausers;

import org.jspecify.annotations.NullMarked;
