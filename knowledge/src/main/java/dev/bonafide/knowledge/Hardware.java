package dev.bonafide.knowledge;

/**
 * Remote-access hardware: a keyboard, mouse and screen over the network (IP-KVM).
 *
 * @param name what a person reads
 * @param strong whether the match stands on strings that only this product has, not on ids that
 *     other devices share
 */
public record Hardware(String name, boolean strong) {}
