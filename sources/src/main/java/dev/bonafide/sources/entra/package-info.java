/** Sign-ins and audit records of Microsoft Entra ID. */
@NullMarked
package dev.bonafide.sources.entra;

import org.jspecify.annotations.NullMarked;
