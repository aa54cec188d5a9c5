@NullMarked
package dev.bonafide.store;

import org.jspecify.annotations.NullMarked;
