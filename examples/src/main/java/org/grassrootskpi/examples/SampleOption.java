package org.grassrootskpi.examples;

import picocli.CommandLine.Option;

/** The choice of the simulated catalogue that ships with the examples, and the mark of invented figures. */
final class SampleOption {
    @Option(
            names = "--sample",
            description = "Take the simulated subdistrict that ships with the examples; every table says so.")
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
