package org.grassrootskpi.examples;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The choice of the simulated sample of a command, and the mark of invented figures. */
final class SampleOption {
    @Option(
            names = "--sample",
            description = "Take the simulated sample that comes with the library; every table says so.")
    private boolean sample;

    @Option(names = "--simulated", description = "Say on every table that the figures are invented.")
    private boolean simulated;

    /**
     * Returns whether the sample is asked for.
     *
     * @throws ParameterException if a catalogue is given as well
     */
    boolean isAsked(CatalogOption catalog, CommandSpec spec) {
        if (sample && catalog.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "expected --catalog of your own or --sample, got both: leave one of them out");
        }
        return sample;
    }

    boolean isAsked() {
        return sample;
    }

    boolean isSimulated() {
        return simulated;
    }
}
