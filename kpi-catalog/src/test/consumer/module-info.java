module consumer {
    requires org.grassrootskpi.catalog;
}
