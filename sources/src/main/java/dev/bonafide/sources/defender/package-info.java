/** The device tables of Microsoft Defender for Endpoint. */
@NullMarked
package dev.bonafide.sources.defender;

import org.jspecify.annotations.NullMarked;
