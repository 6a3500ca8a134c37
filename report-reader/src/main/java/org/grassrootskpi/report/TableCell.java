package org.grassrootskpi.report;

/**
 * A cell of a table that is not blank, in UTF-16 offsets into the reading of the report.
 *
 * @param start where its text begins, without blanks
 * @param end where it ends
 * @param column its column, from 0
 */
record TableCell(int start, int end, int column) {}
