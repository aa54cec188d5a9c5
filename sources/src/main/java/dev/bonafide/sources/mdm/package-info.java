/** The device inventory of a mobile-device management. */
@NullMarked
package dev.bonafide.sources.mdm;

import org.jspecify.annotations.NullMarked;
