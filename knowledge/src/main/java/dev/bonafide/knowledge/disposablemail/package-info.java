/** Mail domains that anybody can read, or that vanish within hours. */
@NullMarked
package dev.bonafide.knowledge.disposablemail;

import org.jspecify.annotations.NullMarked;
