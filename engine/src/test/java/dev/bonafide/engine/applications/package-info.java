@NullMarked
package dev.bonafide.engine.applications;

import org.jspecify.annotations.NullMarked;
