package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed and how it ended. */
record MainRun(int status, String out, String err) {
    static MainRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new MainRun(status, out.toString(), err.toString());
    }
}
