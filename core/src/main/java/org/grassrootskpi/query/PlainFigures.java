package org.grassrootskpi.query;

/** Reads the cells of a column that are {@linkplain PlainFigure plain} without making them. Thread-safe. */
@FunctionalInterface
public interface PlainFigures {
    /**
     * Reads the cell of a row.
     *
     * @param row from 0
     * @param into is filled with its numbers
     * @return whether the cell is plain; if not, it has to be made, and what was filled in means nothing
     */
    boolean read(int row, PlainFigure into);
}
