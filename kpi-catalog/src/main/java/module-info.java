/** The annual report of Pinghu subdistrict as a catalogue of cited figures, and the regions of the whole country. */
/** The annual report of Pinghu subdistrict as a catalogue of cited figures, and the reader of such reports. */
module org.grassrootskpi.catalog {
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.catalog;
    exports org.grassrootskpi.region;
    exports org.grassrootskpi.report;
}
