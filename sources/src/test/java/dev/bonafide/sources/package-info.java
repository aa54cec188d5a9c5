@NullMarked
package dev.bonafide.sources;

import org.jspecify.annotations.NullMarked;
