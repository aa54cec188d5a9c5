@NullMarked
package dev.bonafide.engine.intake;

import org.jspecify.annotations.NullMarked;
