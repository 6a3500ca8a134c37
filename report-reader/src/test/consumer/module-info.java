module consumer {
    requires org.grassrootskpi.report;
}
