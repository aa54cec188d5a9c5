/** VPN sessions: who was connected from where, and for how long. */
@NullMarked
package dev.bonafide.sources.vpn;

import org.jspecify.annotations.NullMarked;
