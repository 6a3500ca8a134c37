package org.grassrootskpi.benchmarks;

/**
 * A fingerprint of a set of result rows, the same whatever their order: the number of rows and the sum of their hashes.
 * Exact numbers enter as they are, in hundredths; quotients rounded to nine decimals.
 */
final class Answer {
    private long rows;
    private long hash;
    private long row;

    /** Begins a row. */
    Answer row() {
        close();
        rows++;
        row = 1;
        return this;
    }

    /** Adds a whole number to the row. */
    Answer add(long number) {
        row = CellSequence.spread(row * 31 + number);
        return this;
    }

    /** Adds a quotient to the row; NaN where there is none. */
    Answer add(double quotient) {
        return add(Double.isNaN(quotient) ? Long.MIN_VALUE : Math.round(quotient * 1e9));
    }

    private void close() {
        hash += rows == 0 ? 0 : row;
        row = 0;
    }

    /** The fingerprint of all rows so far. */
    String fingerprint() {
        close();
        return rows + " rows, hash " + Long.toHexString(hash);
    }
}
