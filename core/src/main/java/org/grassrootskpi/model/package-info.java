/**
 * The model of grassroots government: what is measured, where, when, against which target, and who says so.
 *
 * <p>A {@link org.grassrootskpi.model.Catalog} is the validated root of them all. It is built whole or not at all:
 *
 * <pre>{@code
 * Catalog catalog = Catalog.builder()
 *         .addDocuments(report)
 *         .addRegions(pinghu)
 *         .addSectors(land)
 *         .addIndicators(landConsolidated)
 *         .addObservations(Observation.builder()
 *                 .indicator("land.consolidated")
 *                 .region("440307003")
 *                 .period(TimePeriod.parse("2024"))
 *                 .figure(Quantity.parse("98.6公顷"))
 *                 .citation(Citation.of("pinghu-report-2024", "2024-3", "98.6公顷"))
 *                 .build())
 *         .build();
 * }</pre>
 *
 * <p>The parts refer to each other by id. They are
 * {@link org.grassrootskpi.model.Sector sectors} (a tree), {@link org.grassrootskpi.model.Region regions} (a tree),
 * {@link org.grassrootskpi.model.Indicator indicators} and the {@link org.grassrootskpi.model.Identity identities} between
 * them, {@link org.grassrootskpi.model.Observation observations} of
 * them with what the report says about the figure, {@link org.grassrootskpi.model.Recognition recognitions},
 * {@link org.grassrootskpi.model.Project projects} with their milestones,
 * {@link org.grassrootskpi.model.Programme programmes} and {@link org.grassrootskpi.model.Target targets}. The
 * result is either an index over all of them or a {@link org.grassrootskpi.model.CatalogException} that lists every
 * {@link org.grassrootskpi.model.Problem} at once.
 *
 * <p>A catalogue may bring {@link org.grassrootskpi.model.DeclaredUnit units}, {@link org.grassrootskpi.model.DeclaredLevel levels of
 * regions} and {@link org.grassrootskpi.model.Language languages} of its own; nobody else knows them.
 *
 * <p>Everything in this package is immutable and safe to share between threads.
 */
@ModelStyle
@NullMarked
package org.grassrootskpi.model;

import org.jspecify.annotations.NullMarked;
