/** Observations and their structure in the exchange format of official statistics. */
module org.grassrootskpi.sdmx {
    requires static transitive org.jspecify;
    requires java.xml;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.sdmx;
}
