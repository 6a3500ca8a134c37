/** The annual report of Pinghu subdistrict as a catalogue of cited figures. */
module org.grassrootskpi.catalog {
    requires static transitive org.jspecify;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.catalog;
}
