/**
 * The annual report of Pinghu subdistrict as a catalogue of cited figures, the regions of the whole country, and the reader of
 * such reports.
 */
module org.grassrootskpi.catalog {
    requires static transitive org.jspecify;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.catalog;
    exports org.grassrootskpi.region;
    exports org.grassrootskpi.report;
}
