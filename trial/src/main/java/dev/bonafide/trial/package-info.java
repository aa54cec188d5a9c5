/** The line on trial: a synthetic workforce through the engine to the judge, in memory. */
@NullMarked
package dev.bonafide.trial;

import org.jspecify.annotations.NullMarked;
