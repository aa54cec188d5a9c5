package dev.bonafide.linking.fields;

import java.util.List;

/**
 * A column as read: its distinct texts and for each record the number of its text.
 *
 * @param name the header
 */
@SuppressWarnings("ArrayRecordComponent") // a list of boxed numbers would cost more than all else
public record Column(String name, List<String> distinct, int[] at) {}
