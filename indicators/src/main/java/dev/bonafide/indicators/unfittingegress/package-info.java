/** Work from a VPN, data centre or proxy. */
@NullMarked
package dev.bonafide.indicators.unfittingegress;

import org.jspecify.annotations.NullMarked;
