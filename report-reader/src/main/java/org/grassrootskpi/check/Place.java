package org.grassrootskpi.check;

/**
 * Where something is printed. Offsets count Unicode characters (code points) from the start of the text as given. What a catalogue says has offsets, line and
 * column 0.
 *
 * @param source the name of the document where it is not the one that is checked; empty for that one
 * @param surface what is printed there, for example {@code 8.5%}
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param line the number of its line in the text, from 1
 * @param column the number of its first character in the line, from 1
 * @param sentence the sentence that contains it, without line breaks
 */
public record Place(String source, String surface, int start, int end, int line, int column, String sentence) {}
