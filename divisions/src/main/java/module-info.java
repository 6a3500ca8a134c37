/** Every administrative division of China down to townships and subdistricts. */
module org.grassrootskpi.divisions {
    requires static transitive org.jspecify;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.divisions;
}
