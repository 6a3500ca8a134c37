/** The objects of grassroots-kpi as JSON with Jackson 3. */
@SuppressWarnings("module") // a name that ends in a digit, as the library has it that is meant
module org.grassrootskpi.jackson3 {
    requires static transitive org.jspecify;
    requires org.grassrootskpi.core;
    requires transitive tools.jackson.databind;

    exports org.grassrootskpi.jackson3;

    provides tools.jackson.databind.JacksonModule with
            org.grassrootskpi.jackson3.GrassrootsKpiModule;
}
