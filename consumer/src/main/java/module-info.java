/** A program that uses the library as modules. */
module org.example.consumer {
    requires org.grassrootskpi.catalog;
    requires org.grassrootskpi.core;
    requires org.grassrootskpi.jackson3;
    requires org.grassrootskpi.report;
}
