package org.grassrootskpi.examples.demo;

import java.io.PrintWriter;

/** The short programs by name; the names are those of their classes. */
public enum Demo {
    /** Reads a printed figure with its value, qualifier and bounds. */
    READ_A_FIGURE,
    /** From 98.6 ha at 341 % to the target. */
    IMPLIED_TARGET,
    /** Periods of the calendar, in ISO and SDMX spellings. */
    PERIODS,
    /** A catalogue of one's own, in code. */
    BUILD_A_CATALOG,
    /** The catalogue of Pinghu, asked by code. */
    ASK_THE_CATALOG,
    /** Reads a catalogue with mistakes and prints its problems. */
    SEE_ALL_PROBLEMS,
    /** Five provinces of China in two censuses. */
    CENSUS_OF_CHINA,
    /** Five states of the United States in two censuses. */
    CENSUS_OF_THE_UNITED_STATES,
    /** Five states of India by sex. */
    CENSUS_OF_INDIA;

    /**
     * Runs the program.
     *
     * @param out takes what it prints
     */
    public void run(PrintWriter out) {
        switch (this) {
            case READ_A_FIGURE -> ReadAFigure.run(out);
            case IMPLIED_TARGET -> ImpliedTarget.run(out);
            case PERIODS -> Periods.run(out);
            case BUILD_A_CATALOG -> BuildACatalog.run(out);
            case ASK_THE_CATALOG -> AskTheCatalog.run(out);
            case SEE_ALL_PROBLEMS -> SeeAllProblems.run(out);
            case CENSUS_OF_CHINA -> CensusOfChina.run(out);
            case CENSUS_OF_THE_UNITED_STATES -> CensusOfTheUnitedStates.run(out);
            case CENSUS_OF_INDIA -> CensusOfIndia.run(out);
        }
    }
}
