/** Names against lists: sanctioned persons, organisations and wallets. A hit is a question. */
@NullMarked
package dev.bonafide.linking.names;

import org.jspecify.annotations.NullMarked;
