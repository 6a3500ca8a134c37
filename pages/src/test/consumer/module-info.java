module pages.consumer {
    requires org.grassrootskpi.pages;
}
