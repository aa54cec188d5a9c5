@NullMarked
package dev.bonafide.engine.directory;

import org.jspecify.annotations.NullMarked;
