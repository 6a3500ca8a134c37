/** Reads the figures of Chinese government reports from prose, drafts a catalogue of them, takes them into one, and checks them. */
module org.grassrootskpi.report {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires transitive org.grassrootskpi.core;
    requires transitive org.grassrootskpi.divisions;

    exports org.grassrootskpi.check;
    exports org.grassrootskpi.report;
    exports org.grassrootskpi.update;
}
