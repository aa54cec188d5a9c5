/**
 * Vendor words into our words. A file's bytes become records ({@link
 * dev.bonafide.sources.RecordReader}), the fields that a source names are picked from each ({@link
 * dev.bonafide.sources.Fields}), and what they mean is said in our own vocabulary ({@link
 * dev.bonafide.model.Reading}).
 */
@NullMarked
package dev.bonafide.sources;

import org.jspecify.annotations.NullMarked;
