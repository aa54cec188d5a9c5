package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;

/** Where somebody is on a day, and the line there. */
public record Stay(Metro metro, Line line) {}
