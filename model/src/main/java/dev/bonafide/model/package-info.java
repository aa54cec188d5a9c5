/**
 * The words: what was recorded ({@link dev.bonafide.model.Event}), what was said ({@link
 * dev.bonafide.model.Claim}), what does not fit ({@link dev.bonafide.model.Evidence}). Depends on
 * nothing, so that every host can carry it.
 */
@NullMarked
package dev.bonafide.model;

import org.jspecify.annotations.NullMarked;
