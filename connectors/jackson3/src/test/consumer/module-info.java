module json3.consumer {
    requires tools.jackson.databind;
    requires org.grassrootskpi.core;
    requires org.grassrootskpi.jackson3;
}
