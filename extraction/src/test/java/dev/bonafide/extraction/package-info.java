@org.jspecify.annotations.NullMarked
package dev.bonafide.extraction;
