/**
 * The monthly sheet of a supervision office: how the commitments of a catalogue stand at the end of a month, and how they stood before.
 *
 * <pre>{@code
 * Catalog year = TargetFigures.addTo(catalog, table);    // what a table of monthly figures says of the targets
 * ProgressSheet sheet = ProgressSheet.of(year, TimePeriod.parse("2025-09"));
 * sheet.counts();                                        // REACHED 2, ON_SCHEDULE 9, BEHIND 4, NOT_REPORTED 2
 * sheet.behind().get(0).schedule().orElseThrow().gap();  // the worst gap, in percentage points
 * sheet.behind().get(0).monthsBehind();                  // for the third month in a row
 * sheet.standings().places();                            // communities by their completion, with ties and changes
 * sheet.doubts();                                        // figures that are not to be relied on, with the reason
 * }</pre>
 *
 * <p>All of it is data; words and pages are the application's. What a figure leaves open is undecided here as well, and what nobody
 * reports is not reported, never late.
 */
@NullMarked
@ProgressStyle
package org.grassrootskpi.progress;

import org.jspecify.annotations.NullMarked;
