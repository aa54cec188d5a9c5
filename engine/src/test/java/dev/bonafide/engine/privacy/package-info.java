@NullMarked
package dev.bonafide.engine.privacy;

import org.jspecify.annotations.NullMarked;
