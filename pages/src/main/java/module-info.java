/** Key figures as one HTML file with pictures. */
module org.grassrootskpi.pages {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.pages;

    opens org.grassrootskpi.pages to
            com.fasterxml.jackson.databind;
}
