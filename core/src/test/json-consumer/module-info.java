module json.consumer {
    requires com.fasterxml.jackson.databind;
    requires org.grassrootskpi.core;
}
