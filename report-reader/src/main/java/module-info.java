/** Reads the figures of Chinese government reports from prose, and drafts a catalogue of them. */
module org.grassrootskpi.report {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires transitive org.grassrootskpi.core;
    requires transitive org.grassrootskpi.divisions;

    exports org.grassrootskpi.report;
}
