/**
 * Assesses a catalogue: the state of projects at a date, what is due, overdue or not reported, which figures the stated ones
 * imply, and where two of them cannot both be true.
 *
 * <pre>{@code
 * Portfolio projects = Portfolio.of(catalog, LocalDate.parse("2025-07-01")).inSector("land");
 * projects.byStage();                      // stage id -> the projects at that stage
 * projects.targets(Progress.OVERDUE);      // what should have been reached and, as a later report says, was not
 * projects.targets(Progress.NOT_REPORTED); // what should have been reached, with no report whether it was
 *
 * Reconciliation reconciliation = Reconciliation.of(catalog);
 * reconciliation.derived();                // implied targets, last year's values, shares, open cases: with bounds
 * reconciliation.contradictions();         // stated and derived figures whose bounds do not meet
 * }</pre>
 *
 * <p>Nothing here knows today's date: every judgement is as of a date that the caller gives. Nothing derived is ever
 * written into a catalogue; it is computed from what is stated, with the bounds that follow from the printed figures.
 */
@AssessStyle
@NullMarked
package org.grassrootskpi.assess;

import org.jspecify.annotations.NullMarked;
