/** Texts made comparable: folding to plain Latin, distances, sound, pet names. */
@NullMarked
package dev.bonafide.linking.text;

import org.jspecify.annotations.NullMarked;
