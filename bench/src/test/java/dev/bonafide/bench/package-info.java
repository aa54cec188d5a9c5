@NullMarked
package dev.bonafide.bench;

import org.jspecify.annotations.NullMarked;
