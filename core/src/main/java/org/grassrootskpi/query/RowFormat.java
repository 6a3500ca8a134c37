package org.grassrootskpi.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.grassrootskpi.text.RowText;

/** Writes rows in one form; an instance keeps the texts of keys that come again, and is used by one thread at a time. */
interface RowFormat {
    /** How many rows are formatted at a time. */
    int CHUNK = 2048;

    /** Adds the text of a row. */
    void add(int row, RowText to);

    /**
     * Writes rows in order. Many are formatted by several threads, chunk by chunk, while this one writes: the pool's if called from one,
     * else the common pool's. No more is kept than a few chunks.
     *
     * @param formats makes a format for each thread
     */
    static void write(int rows, Supplier<? extends RowFormat> formats, Appendable out) throws IOException {
        int chunks = (rows + CHUNK - 1) / CHUNK;
        int threads = ForkJoinTask.inForkJoinPool()
                ? ForkJoinTask.getPool().getParallelism()
                : ForkJoinPool.getCommonPoolParallelism() + 1;
        List<Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < Math.min(chunks, threads == 1 ? 1 : threads + 1); lane++) {
            lanes.add(new Lane(formats.get(), rows));
        }
        if (lanes.size() <= 1) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                lanes.get(0).format(chunk).writeTo(out);
            }
            return;
        }
        List<ForkJoinTask<RowText>> pending = new ArrayList<>();
        for (int chunk = 0; chunk < lanes.size(); chunk++) {
            pending.add(lanes.get(chunk).fork(chunk));
        }
        for (int chunk = 0; chunk < chunks; chunk++) {
            int lane = chunk % lanes.size();
            pending.get(lane).join().writeTo(out);
            if (chunk + lanes.size() < chunks) {
                pending.set(lane, lanes.get(lane).fork(chunk + lanes.size()));
            }
        }
    }

    /** A format with its text, which is overwritten only after it was written out. */
    final class Lane {
        private final RowFormat format;
        private final int rows;
        private final RowText text = new RowText();

        Lane(RowFormat format, int rows) {
            this.format = format;
            this.rows = rows;
        }

        ForkJoinTask<RowText> fork(int chunk) {
            return ForkJoinTask.adapt(() -> format(chunk)).fork();
        }

        RowText format(int chunk) {
            text.clear();
            int end = (int) Math.min(rows, (chunk + 1L) * CHUNK);
            for (int row = chunk * CHUNK; row < end; row++) {
                format.add(row, text);
            }
            return text;
        }
    }
}
