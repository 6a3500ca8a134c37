/** Observations in databases, rolled up by SQL. */
module org.grassrootskpi.sql {
    requires static transitive org.jspecify;
    requires transitive java.sql;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.sql;
}
