/**
 * Key figures of grassroots government: quantities as reported, periods, the model of a catalogue, tables of observations, queries and
 * the engine that answers them, assessment, and all of it as JSON and CSV.
 */
@SuppressWarnings("module") // the modules that may see text are compiled after this one
module org.grassrootskpi.core {
    requires static com.google.errorprone.annotations;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;
    requires transitive com.google.common;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;

    exports org.grassrootskpi.files;
    exports org.grassrootskpi.quantity;
    exports org.grassrootskpi.time;
    exports org.grassrootskpi.model;
    exports org.grassrootskpi.table;
    exports org.grassrootskpi.query;
    exports org.grassrootskpi.publish;
    exports org.grassrootskpi.rollup;
    exports org.grassrootskpi.plan;
    exports org.grassrootskpi.engine;
    exports org.grassrootskpi.totals;
    exports org.grassrootskpi.assess;
    exports org.grassrootskpi.score;
    exports org.grassrootskpi.progress;
    exports org.grassrootskpi.json;
    exports org.grassrootskpi.csv;
    exports org.grassrootskpi.columns to
            org.grassrootskpi.sdmx,
            org.grassrootskpi.sql,
            org.grassrootskpi.tables;
    exports org.grassrootskpi.text to
            org.grassrootskpi.catalog,
            org.grassrootskpi.divisions,
            org.grassrootskpi.pages,
            org.grassrootskpi.report,
            org.grassrootskpi.sdmx,
            org.grassrootskpi.tables;

    provides com.fasterxml.jackson.databind.Module with
            org.grassrootskpi.json.GrassrootsKpiModule;

    // Jackson builds the package-private implementations of the model and of the rules of assessment.
    opens org.grassrootskpi.model to
            com.fasterxml.jackson.databind;
    opens org.grassrootskpi.assess to
            com.fasterxml.jackson.databind;
    opens org.grassrootskpi.score to
            com.fasterxml.jackson.databind;
    opens org.grassrootskpi.progress to
            com.fasterxml.jackson.databind;
}
