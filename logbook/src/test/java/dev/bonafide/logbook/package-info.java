@NullMarked
package dev.bonafide.logbook;

import org.jspecify.annotations.NullMarked;
