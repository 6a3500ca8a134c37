/**
 * What every engine must answer: published as core's test artifact, for engines in other modules.
 *
 * <p>A module that has an engine of its own depends on it,
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>org.grassrootskpi</groupId>
 *   <artifactId>grassroots-kpi-core</artifactId>
 *   <version>${project.version}</version>
 *   <type>test-jar</type>
 *   <scope>test</scope>
 * </dependency>
 * }</pre>
 *
 * <p>extends {@link org.grassrootskpi.conformance.EngineSuite} (data, queries and exact results, written down) and
 * {@link org.grassrootskpi.conformance.AggregateContract} (one for each aggregate: nothing, one row, missing rows, very large
 * numbers), each with a method that turns a table into its engine, and asks
 * {@link org.grassrootskpi.conformance.RandomQueries} as many random questions as it has time for; there an oracle that goes
 * through all rows for every cell says what is right.
 */
package org.grassrootskpi.conformance;
