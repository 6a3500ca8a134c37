/** The annual report of Pinghu subdistrict as a catalogue of cited figures, and the regions of the whole country. */
module org.grassrootskpi.catalog {
    requires static transitive org.jspecify;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.catalog;
    exports org.grassrootskpi.region;
    exports org.grassrootskpi.report;
}
