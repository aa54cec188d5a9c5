/** VPN services sold to private people, by their own names and AS numbers. */
@NullMarked
package dev.bonafide.knowledge.commercialvpn;

import org.jspecify.annotations.NullMarked;
