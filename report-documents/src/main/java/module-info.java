/** Reads reports from files: text, HTML, docx and PDF. */
module org.grassrootskpi.documents {
    requires static transitive org.jspecify;
    requires java.xml;
    // PDFBox is no module that says what it needs, so that this one has to: it logs, and lets go of buffers by Unsafe.
    requires jdk.unsupported;
    requires org.apache.commons.logging;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires transitive org.grassrootskpi.report;

    exports org.grassrootskpi.documents;
}
