package dev.bonafide.knowledge;

/** A place on earth, in degrees: north and east are positive. */
public record Spot(double latitude, double longitude) {}
