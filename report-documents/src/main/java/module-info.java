/** Reads reports from files: text, HTML, docx and PDF. */
module org.grassrootskpi.documents {
    requires static transitive org.jspecify;
    requires java.xml;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires transitive org.grassrootskpi.report;

    exports org.grassrootskpi.documents;
}
