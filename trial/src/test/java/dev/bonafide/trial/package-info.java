@NullMarked
package dev.bonafide.trial;

import org.jspecify.annotations.NullMarked;
