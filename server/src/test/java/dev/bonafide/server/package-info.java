@NullMarked
package dev.bonafide.server;

import org.jspecify.annotations.NullMarked;
