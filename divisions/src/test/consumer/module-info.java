module consumer {
    requires org.grassrootskpi.divisions;
}
