package org.grassrootskpi.csv;

/** Receives progress while a large file is read. */
@FunctionalInterface
public interface CsvProgress {
    /**
     * Called after each piece of the file, of a quarter of a megabyte or so, and at the end, by the thread that reads.
     *
     * @param rowsRead how many rows have been read, bad ones included, without the header; it never falls
     * @param bytesRead how many bytes have been read; at the end the size of the file
     */
    void onProgress(long rowsRead, long bytesRead);
}
