module consumer {
    requires org.grassrootskpi.core;
}
