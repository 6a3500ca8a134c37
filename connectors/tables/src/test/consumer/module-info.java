module tables.consumer {
    requires org.grassrootskpi.tables;
}
