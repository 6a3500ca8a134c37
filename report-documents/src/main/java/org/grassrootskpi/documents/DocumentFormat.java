package org.grassrootskpi.documents;

/** The formats of files that are read. */
public enum DocumentFormat {
    /** Text or HTML in UTF-8 or GB18030, which holds GBK and GB 2312. */
    TEXT,
    /** A document of Word 2007 and later, LibreOffice and WPS: Office Open XML. */
    DOCX,
    /** A PDF with text in it, not a picture of text. */
    PDF
}
