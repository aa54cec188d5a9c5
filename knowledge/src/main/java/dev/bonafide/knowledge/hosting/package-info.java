/** Data centres and clouds, from which programs work and people seldom do. */
@NullMarked
package dev.bonafide.knowledge.hosting;

import org.jspecify.annotations.NullMarked;
