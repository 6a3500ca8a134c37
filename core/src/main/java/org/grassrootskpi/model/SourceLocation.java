package org.grassrootskpi.model;

import org.immutables.value.Value;

/** A place in a text file. Prints as {@code file:line:column}, which terminals and editors turn into a link. */
@Value.Immutable
public abstract class SourceLocation {
    SourceLocation() {}

    /**
     * Returns the file's name as the caller gave it.
     *
     * @return a path or another name for the source
     */
    @Value.Parameter
    public abstract String file();

    /**
     * Returns the line.
     *
     * @return counted from 1; 0 where the whole file is meant
     */
    @Value.Parameter
    public abstract int line();

    /**
     * Returns the column.
     *
     * @return counted from 1 in UTF-16 units; 0 where the whole line is meant
     */
    @Value.Parameter
    public abstract int column();

    /**
     * Returns a place.
     *
     * @param file the file
     * @param line the line from 1, or 0 for the whole file
     * @param column the column from 1, or 0 for the whole line
     * @return the place
     */
    public static SourceLocation of(String file, int line, int column) {
        return ImmutableSourceLocation.of(file, line, column);
    }

    @Override
    public final String toString() {
        return line() == 0 ? file() : column() == 0 ? file() + ':' + line() : file() + ':' + line() + ':' + column();
    }
}
