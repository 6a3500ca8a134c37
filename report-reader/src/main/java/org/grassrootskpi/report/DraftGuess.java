package org.grassrootskpi.report;

/**
 * A value in a draft that the report does not state, and that a person has to check.
 *
 * @param element the id of what it is about: {@code document}, {@code region}, an indicator or the key of an observation
 * @param property what was guessed or left open, for example {@code kind}
 * @param value what the draft has there
 * @param why what the guess rests on
 */
public record DraftGuess(String element, String property, String value, String why) {}
