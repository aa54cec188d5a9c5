package dev.bonafide.engine.intake;

/** Our own fault while one record was read: named in the quality report, details for developers. */
public record Fault(String shown, long line, Throwable cause) {}
