/**
 * Who is who: which accounts are one person, which names are one device, and whose device it was.
 * Works on what records say, in any order; conflicts are reported, never guessed away.
 */
@NullMarked
package dev.bonafide.engine.directory;

import org.jspecify.annotations.NullMarked;
