package org.grassrootskpi.sdmx;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;

/** Writes the elements that messages of SDMX-ML 2.1 have in common. */
final class SdmxXml {
    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final XMLStreamWriter out;
    private final LocalDateTime prepared;

    SdmxXml(XMLStreamWriter out, LocalDateTime prepared) {
        this.out = out;
        this.prepared = prepared;
    }

    /** Begins a message: {@code mes} is for its frame, {@code com} for what is common, and so on. */
    void startMessage(String name, String... prefixesAndSchemas) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeCharacters("\n");
        out.writeStartElement("mes:" + name);
        out.writeAttribute("xmlns:mes", SCHEMAS + "message");
        out.writeAttribute("xmlns:com", SCHEMAS + "common");
        for (int i = 0; i < prefixesAndSchemas.length; i += 2) {
            out.writeAttribute("xmlns:" + prefixesAndSchemas[i], SCHEMAS + prefixesAndSchemas[i + 1]);
        }
    }

    void endMessage() throws XMLStreamException {
        end();
        out.writeCharacters("\n");
        out.writeEndDocument();
        out.flush();
    }

    /** Begins the header, with all that a message must say; what is to be said of the structure comes behind it. */
    void startHeader(Dataflow flow) throws XMLStreamException {
        start("mes:Header");
        text("mes:ID", flow.id());
        text("mes:Test", "false");
        text("mes:Prepared", prepared.format(TIME));
        start("mes:Sender", "id", flow.agency());
        end();
    }

    /** Begins an element with attributes, names and values by turns. */
    void start(String name, String... attributes) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, value);
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        start(name, attributes);
        end();
    }

    void text(String name, String text, String... attributes) throws XMLStreamException {
        start(name, attributes);
        out.writeCharacters(text);
        end();
    }

    /** Writes a name in its languages. */
    void names(LocalizedText name) throws XMLStreamException {
        texts("com:Name", name);
    }

    /** Writes a text in its languages, the English one first. */
    void texts(String element, LocalizedText text) throws XMLStreamException {
        Map<Language, String> ordered = new LinkedHashMap<>();
        Optional.ofNullable(text.texts().get(Language.EN)).ifPresent(en -> ordered.put(Language.EN, en));
        ordered.putAll(text.texts());
        for (Map.Entry<Language, String> entry : ordered.entrySet()) {
            text(element, entry.getValue(), "xml:lang", entry.getKey().tag());
        }
    }

    /** Writes the id that a code was made from, where it is another. */
    void annotation(String id, String original) throws XMLStreamException {
        if (!id.equals(original)) {
            start("com:Annotations");
            start("com:Annotation");
            text("com:AnnotationTitle", original);
            text("com:AnnotationType", "ID");
            end();
            end();
        }
    }
}
