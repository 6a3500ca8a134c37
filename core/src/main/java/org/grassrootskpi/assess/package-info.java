/**
 * Assesses figures against targets and the calendar, and catalogues by their documents.
 *
 * <p>Did we reach it, and are we on schedule? A figure and a target give an {@link org.grassrootskpi.assess.Attainment}, with the
 * calendar a {@link org.grassrootskpi.assess.ScheduleState}, and with bands of one of them a level:
 *
 * <pre>{@code
 * Schedule year = Schedule.of(TimePeriod.parse("2013"), PlanPath.months());
 * ScheduleState april = year.assess(
 *         Quantity.parse("107.4亿元"), Quantity.parse("401.9亿元"), LocalDate.parse("2013-04-30"));
 * april.status();                          // BEHIND: 26.72 % done, 33.33 % due
 * april.gap().orElseThrow();               // -6.6 points, with bounds
 * april.requiredPerMonth().orElseThrow();  // 36.8 亿元 in each of the eight months that are left
 *
 * Levels lights = Levels.of(
 *                 Level.of("red", Range.lessThan(new BigDecimal("-10"))),
 *                 Level.of("yellow", Range.closedOpen(new BigDecimal("-10"), BigDecimal.ZERO)),
 *                 Level.of("green", Range.atLeast(BigDecimal.ZERO)))
 *         .in(Unit.parse("个百分点"));
 * lights.judge(april.gap().orElseThrow()); // yellow
 * AttainmentRule.ratio(Direction.HIGHER).assess(Quantity.parse("超500个"), Quantity.parse("560个")).state(); // UNDECIDED
 * }</pre>
 *
 * <p>Bounds decide: what 近, 超 or the rounding of a printed figure leaves open is {@code UNDECIDED}, never guessed. What cannot be
 * computed is refused with an {@link org.grassrootskpi.assess.AssessmentRefusal}, which says what to do instead.
 *
 * <p>Of a catalogue: the state of projects at a date, what is due, overdue or not reported, which figures the stated ones
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
