/** Applications before the offer: folders in, questions out. */
@NullMarked
package dev.bonafide.engine.applications;

import org.jspecify.annotations.NullMarked;
