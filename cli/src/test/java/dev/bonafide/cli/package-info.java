@NullMarked
package dev.bonafide.cli;

import org.jspecify.annotations.NullMarked;
