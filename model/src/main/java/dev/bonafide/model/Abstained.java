package dev.bonafide.model;

/** An indicator that could not speak of a person, and why: a first-class result, always counted. */
public record Abstained(String indicator, String reason) {}
