package org.grassrootskpi.update;

/**
 * The place of a sentence in a report.
 *
 * @param section the numbers of its headings, for example {@code 一、(三)}; {@code 0} before the first heading
 * @param line the line of the file, counted from 1
 * @param start where it begins, in Unicode characters from the start of the report
 * @param sentence the sentence, without line breaks
 */
public record TextPlace(String section, int line, int start, String sentence) {}
