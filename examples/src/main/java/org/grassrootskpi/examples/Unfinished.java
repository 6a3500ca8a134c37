package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Reports the files that an interrupted run has left. */
final class Unfinished {
    private Unfinished() {}

    static void tell(PrintWriter err, List<Path> leftovers) {
        leftovers.forEach(path -> err.println(path + " is unfinished: an earlier run was ended there, or another one is"
                + " writing; delete it if none is"));
    }
}
