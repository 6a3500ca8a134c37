/** Reads the figures of Chinese government reports from prose, drafts a catalogue of them, and checks them against each other. */
module org.grassrootskpi.report {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires transitive org.grassrootskpi.core;
    requires transitive org.grassrootskpi.divisions;

    exports org.grassrootskpi.check;
    exports org.grassrootskpi.report;
}
