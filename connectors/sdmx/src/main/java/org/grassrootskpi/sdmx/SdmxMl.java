package org.grassrootskpi.sdmx;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDateTime;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.table.ObservationTable;

/**
 * Writes a table of observations as SDMX-ML 2.1: one message with the structure, one with the data, which go together.
 *
 * <p>Each series has the dimensions {@code FREQ}, {@code REF_AREA}, {@code INDICATOR} and the extra dimensions of the table, and the
 * attribute {@code UNIT_MEASURE}; each observation has its period, its value in the base unit with all digits, {@code OBS_STATUS} by
 * SDMX's code list, and {@code QUALIFIER} where the figure is above, below or about its value. An observation without a value has its
 * status alone. Bounds that a figure states by itself are not written.
 *
 * <p>Ids of SDMX have no points: {@code event.handled} becomes {@code event-handled}, and members in other letters become {@code M1},
 * {@code M2}; the annotation {@code ID} of a code has what it was. Years to date have the frequency {@code _O} (other), and periods such
 * as {@code 2024-01-01/P9M}. The text is the same whenever it is written, if the time of the message is.
 */
public final class SdmxMl {
    private SdmxMl() {}

    /**
     * Writes what the codes of a table's data mean: concepts, code lists with names in Chinese and English and the tree of regions, the data
     * structure and the dataflow. The code lists have what the table has observations of, and the regions that these lie in.
     *
     * @param table any table
     * @param flow the dataflow; the structure has its agency, id and version
     * @param prepared when the message was prepared
     * @param file the file, which is replaced if it is there, whole or not at all
     * @throws IOException if it cannot be written
     */
    public static void writeStructure(ObservationTable table, Dataflow flow, LocalDateTime prepared, Path file)
            throws IOException {
        WholeFile.write(file, out -> writeStructure(table, flow, prepared, out));
    }

    /**
     * Writes the structure as text.
     *
     * @param table any table
     * @param flow the dataflow
     * @param prepared when the message was prepared
     * @param out takes the text, to be written as UTF-8; neither flushed nor closed
     * @throws IOException if the text cannot be written
     */
    public static void writeStructure(ObservationTable table, Dataflow flow, LocalDateTime prepared, Writer out)
            throws IOException {
        write(out, prepared, xml -> new StructureMessage(xml, flow, table).write());
    }

    /**
     * Writes the data of a table, series by series.
     *
     * @param table any table
     * @param flow the dataflow that the data belongs to
     * @param prepared when the message was prepared
     * @param file the file, which is replaced if it is there, whole or not at all
     * @throws IOException if it cannot be written
     */
    public static void writeData(ObservationTable table, Dataflow flow, LocalDateTime prepared, Path file)
            throws IOException {
        WholeFile.write(file, out -> writeData(table, flow, prepared, out));
    }

    /**
     * Writes the data as text.
     *
     * @param table any table
     * @param flow the dataflow that the data belongs to
     * @param prepared when the message was prepared
     * @param out takes the text, to be written as UTF-8; neither flushed nor closed
     * @throws IOException if the text cannot be written
     */
    public static void writeData(ObservationTable table, Dataflow flow, LocalDateTime prepared, Writer out)
            throws IOException {
        write(out, prepared, xml -> new DataMessage(xml, flow, table).write());
    }

    /** Writes a message. */
    @FunctionalInterface
    private interface Message {
        void write(SdmxXml xml) throws XMLStreamException;
    }

    private static void write(Writer out, LocalDateTime prepared, Message message) throws IOException {
        try {
            message.write(new SdmxXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out), prepared));
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }
}
