package org.grassrootskpi.evaluate;

import org.grassrootskpi.query.Cell;

/** Two cells that can be compared: totals of the same observers, or the absence of both. */
record PairedCells(Cell one, Cell other) {}
