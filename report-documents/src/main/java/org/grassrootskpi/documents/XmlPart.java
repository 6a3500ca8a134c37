package org.grassrootskpi.documents;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a part of a docx event by event: no document types, no entities of its own, no network, no deep nesting. */
final class XmlPart implements AutoCloseable {
    private final String name;
    private final XMLStreamReader reader;
    private final DocumentLimits limits;
    private int depth;

    XmlPart(String name, byte[] bytes, DocumentLimits limits) {
        this.name = name;
        this.limits = limits;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            this.reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        } catch (XMLStreamException e) {
            throw new UnreadableDocumentException(name, "Expected XML in " + name + ", found none; save it again", e);
        }
    }

    /** Goes on to the next element that begins or ends, or to text; false at the end. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > limits.depth()) {
                            throw limits.exceeded(place(), "elements inside each other", limits.depth());
                        }
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refused();
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new UnreadableDocumentException(
                    place(),
                    "Expected XML without a document type and without entities of its own, found something else at "
                            + place() + "; save the document again",
                    e);
        }
    }

    private UnreadableDocumentException refused() {
        return new UnreadableDocumentException(
                place(), "Expected XML without a document type, found one at " + place() + "; save the document again");
    }

    private String place() {
        return name + ", line " + reader.getLocation().getLineNumber() + ", column "
                + reader.getLocation().getColumnNumber();
    }

    boolean starts() {
        return reader.isStartElement();
    }

    boolean ends() {
        return reader.isEndElement();
    }

    String element() {
        return reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    /** The value of an attribute, whatever its namespace; null where it has none. */
    @Nullable String attribute(String local) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(local)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The value of an attribute as a number; {@code otherwise} where it is none. */
    int number(String local, int otherwise) {
        String value = attribute(local);
        boolean number = value != null && value.matches("\\d{1,9}");
        return number && value != null ? Integer.parseInt(value) : otherwise;
    }

    /** Passes over the element that has begun. */
    void skip() {
        int open = depth;
        boolean more = true;
        while (more && depth >= open) {
            more = next();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new UnreadableDocumentException(name, "Cannot close " + name, e);
        }
    }
}
