/** Tables of other people, as CSV, TSV and workbooks. */
module org.grassrootskpi.tables {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires org.dhatim.fastexcel;
    requires org.dhatim.fastexcel.reader;
    requires transitive org.grassrootskpi.core;

    exports org.grassrootskpi.tables;

    opens org.grassrootskpi.tables to
            com.fasterxml.jackson.databind;
}
