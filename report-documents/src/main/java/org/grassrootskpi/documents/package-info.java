/**
 * Reports in files: {@link org.grassrootskpi.documents.ReportDocument} detects from the bytes whether a file is text, HTML, docx
 * or PDF, and gives its text to the reader of reports, tables between tabs. A file that it cannot read whole it refuses with
 * the place and the way out ({@link org.grassrootskpi.documents.UnreadableDocumentException}).
 */
@NullMarked
package org.grassrootskpi.documents;

import org.jspecify.annotations.NullMarked;
