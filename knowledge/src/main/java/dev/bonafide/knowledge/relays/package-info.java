/** Privacy relays that a phone, browser or operating system switches on by itself. */
@NullMarked
package dev.bonafide.knowledge.relays;

import org.jspecify.annotations.NullMarked;
