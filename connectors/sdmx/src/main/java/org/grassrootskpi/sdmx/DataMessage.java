package org.grassrootskpi.sdmx;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;

/** The message with the data: series, each with its observations. */
final class DataMessage {
    private final SdmxXml xml;
    private final Dataflow flow;
    private final ObservationTable table;
    private final SdmxCodes codes;
    private final Map<Integer, String> periods = new HashMap<>();

    DataMessage(SdmxXml xml, Dataflow flow, ObservationTable table) {
        this.xml = xml;
        this.flow = flow;
        this.table = table;
        codes = SdmxCodes.of(table);
    }

    void write() throws XMLStreamException {
        xml.startMessage("StructureSpecificTimeSeriesData", "dat", "data/structurespecific");
        xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.attribute("xmlns:flow", namespace());
        xml.startHeader(flow);
        xml.start(
                "mes:Structure",
                "structureID",
                flow.id(),
                "namespace",
                namespace(),
                "dimensionAtObservation",
                "TIME_PERIOD");
        xml.start("com:StructureUsage");
        xml.empty("Ref", "agencyID", flow.agency(), "id", flow.id(), "version", flow.version());
        xml.end();
        xml.end();
        xml.end();
        xml.start(
                "mes:DataSet",
                "dat:structureRef",
                flow.id(),
                "xsi:type",
                "flow:DataSetType",
                "dat:dataScope",
                "DataStructure",
                "dat:action",
                "Replace");
        for (SeriesBlock block : table.blocks()) {
            write(block);
        }
        xml.end();
        xml.endMessage();
    }

    private String namespace() {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" + flow + ":ObsLevelDim:TIME_PERIOD";
    }

    private void write(SeriesBlock block) throws XMLStreamException {
        RowCursor rows = new RowCursor(block);
        int region = -1;
        int combination = -1;
        boolean isOpen = false;
        while (rows.next()) {
            if (rows.region() != region || rows.combination() != combination) {
                if (isOpen) {
                    xml.end();
                }
                region = rows.region();
                combination = rows.combination();
                start(block, region, block.combinationValues().get(combination));
                isOpen = true;
            }
            write(rows);
        }
        if (isOpen) {
            xml.end();
        }
    }

    private void start(SeriesBlock block, int region, ImmutableList<String> members) throws XMLStreamException {
        xml.start(
                "Series",
                "FREQ",
                SdmxCodes.frequency(block.frequency()),
                "REF_AREA",
                codes.areas().of(table.regions().region(region).code()),
                "INDICATOR",
                codes.indicatorIds().of(block.indicator().id()));
        ImmutableList<String> dimensions = table.schema().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            xml.attribute(codes.dimension(dimensions.get(i)), codes.member(dimensions.get(i), members.get(i)));
        }
        xml.attribute("UNIT_MEASURE", block.indicator().unit().code());
    }

    private void write(RowCursor rows) throws XMLStreamException {
        xml.start(
                "Obs",
                "TIME_PERIOD",
                periods.computeIfAbsent(
                        rows.period(), code -> TimePeriod.ofCode(code).toSdmx()));
        if (rows.status().hasValue()) {
            xml.attribute("OBS_VALUE", rows.plainValue());
        }
        xml.attribute("OBS_STATUS", String.valueOf(rows.status().sdmx()));
        if (rows.qualifier() != Qualifier.EXACT) {
            xml.attribute("QUALIFIER", rows.qualifier().name());
        }
        xml.end();
    }
}
