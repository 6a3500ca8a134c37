/**
 * Answers queries from a columnar table on this machine.
 *
 * <p>Underneath lies one physical operation, a scan: rows of some blocks of an
 * {@link org.grassrootskpi.table.ObservationTable}, in a range of regions and a range of periods, are assigned to groups
 * that are numbered without gaps, and accumulated there. Everything that is specific to an indicator's kind has been
 * decided before a scan begins.
 */
@NullMarked
package org.grassrootskpi.engine;

import org.jspecify.annotations.NullMarked;
