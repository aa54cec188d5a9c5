@NullMarked
package dev.bonafide.judge;

import org.jspecify.annotations.NullMarked;
