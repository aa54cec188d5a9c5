/** The console: pages over a store, for people who signed in. */
@NullMarked
package dev.bonafide.server;

import org.jspecify.annotations.NullMarked;
