package dev.bonafide.knowledge;

/**
 * A program by which somebody elsewhere sees or drives a screen.
 *
 * @param name what a person reads
 * @param process the process name that was matched
 */
public record RemoteTool(String name, String process) {}
