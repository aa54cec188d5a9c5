@NullMarked
package dev.bonafide.engine;

import org.jspecify.annotations.NullMarked;
