module documents.consumer {
    requires org.grassrootskpi.documents;
}
