/** Secure web gateways and zero-trust networks that employers buy (SASE). */
@NullMarked
package dev.bonafide.knowledge.corporate;

import org.jspecify.annotations.NullMarked;
