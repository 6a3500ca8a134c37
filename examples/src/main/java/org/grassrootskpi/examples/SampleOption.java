package org.grassrootskpi.examples;

import picocli.CommandLine.Option;

/** The choice of the simulated sample of a command, and the mark of invented figures. */
final class SampleOption {
    @Option(
            names = "--sample",
            description = "Take the simulated sample that comes with the library; every table says so.")
    private boolean sample;

    @Option(names = "--simulated", description = "Say on every table that the figures are invented.")
    private boolean simulated;

    boolean isAsked() {
        return sample;
    }

    boolean isSimulated() {
        return simulated;
    }
}
