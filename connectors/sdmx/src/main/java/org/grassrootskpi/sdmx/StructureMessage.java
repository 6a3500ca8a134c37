package org.grassrootskpi.sdmx;

import com.google.common.collect.ImmutableTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.text.DefinitionLines;

/** The message with the structure: dataflow, code lists, concepts, data structure. */
final class StructureMessage {
    private static final ImmutableTable<String, String, LocalizedText> NAMES = names();
    private static final String CONCEPTS = "CONCEPTS";

    private final SdmxXml xml;
    private final Dataflow flow;
    private final ObservationTable table;
    private final SdmxCodes codes;
    private final List<String> dimensions = new ArrayList<>();

    StructureMessage(SdmxXml xml, Dataflow flow, ObservationTable table) {
        this.xml = xml;
        this.flow = flow;
        this.table = table;
        codes = SdmxCodes.of(table);
        dimensions.addAll(List.of("FREQ", "REF_AREA", "INDICATOR"));
        table.schema().dimensions().forEach(name -> dimensions.add(codes.dimension(name)));
    }

    private static ImmutableTable<String, String, LocalizedText> names() {
        ImmutableTable.Builder<String, String, LocalizedText> names = ImmutableTable.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(StructureMessage.class.getResourceAsStream("names.tsv"), "names.tsv")) {
            names.put(
                    line.field(0, "the list"),
                    line.field(1, "the id"),
                    LocalizedText.of(line.field(2, "the Chinese name"), line.field(3, "the English name")));
        }
        return names.buildOrThrow();
    }

    void write() throws XMLStreamException {
        xml.startMessage("Structure", "str", "structure");
        xml.startHeader(flow);
        xml.end();
        xml.start("mes:Structures");
        xml.start("str:Dataflows");
        maintainable("str:Dataflow", flow.id());
        xml.start("str:Structure");
        reference(flow.id(), "datastructure", "DataStructure");
        xml.end();
        xml.end();
        xml.end();
        writeCodelists();
        writeConcepts();
        writeDataStructure();
        xml.end();
        xml.endMessage();
    }

    private void maintainable(String element, String id) throws XMLStreamException {
        xml.start(element, "id", id, "agencyID", flow.agency(), "version", flow.version(), "isFinal", "false");
        xml.names(LocalizedText.of(id, id));
    }

    private void reference(String id, String inPackage, String ofClass) throws XMLStreamException {
        xml.empty(
                "Ref",
                "id",
                id,
                "agencyID",
                flow.agency(),
                "version",
                flow.version(),
                "package",
                inPackage,
                "class",
                ofClass);
    }

    private void writeCodelists() throws XMLStreamException {
        xml.start("str:Codelists");
        writeNamed("CL_FREQ", "frequency");
        maintainable("str:Codelist", "CL_REF_AREA");
        for (Region region : codes.regions()) {
            String id = codes.areas().of(region.code());
            xml.start("str:Code", "id", id);
            xml.annotation(id, region.code());
            xml.names(region.name());
            if (region.parent().isPresent()) {
                xml.start("str:Parent");
                xml.empty("Ref", "id", codes.areas().of(region.parent().get()));
                xml.end();
            }
            xml.end();
        }
        xml.end();
        maintainable("str:Codelist", "CL_INDICATOR");
        for (Indicator indicator : codes.indicators()) {
            String id = codes.indicatorIds().of(indicator.id());
            xml.start("str:Code", "id", id);
            xml.annotation(id, indicator.id());
            xml.names(indicator.name());
            xml.texts("com:Description", indicator.definition());
            xml.end();
        }
        xml.end();
        for (String dimension : table.schema().dimensions()) {
            maintainable("str:Codelist", "CL_" + codes.dimension(dimension));
            for (Map.Entry<String, String> member : codes.members(dimension)) {
                xml.start("str:Code", "id", member.getValue());
                xml.annotation(member.getValue(), member.getKey());
                xml.names(LocalizedText.of(member.getKey(), member.getKey()));
                xml.end();
            }
            xml.end();
        }
        writeNamed("CL_OBS_STATUS", "status");
        writeNamed("CL_QUALIFIER", "qualifier");
        xml.end();
    }

    private void writeNamed(String codelist, String names) throws XMLStreamException {
        maintainable("str:Codelist", codelist);
        for (Map.Entry<String, LocalizedText> code : NAMES.row(names).entrySet()) {
            xml.start("str:Code", "id", code.getKey());
            xml.names(code.getValue());
            xml.end();
        }
        xml.end();
    }

    private void writeConcepts() throws XMLStreamException {
        xml.start("str:Concepts");
        maintainable("str:ConceptScheme", CONCEPTS);
        for (Map.Entry<String, LocalizedText> concept : NAMES.row("concept").entrySet()) {
            concept(concept.getKey(), concept.getValue());
        }
        for (String dimension : table.schema().dimensions()) {
            concept(codes.dimension(dimension), LocalizedText.of(dimension, dimension));
        }
        xml.end();
        xml.end();
    }

    private void concept(String id, LocalizedText name) throws XMLStreamException {
        xml.start("str:Concept", "id", id);
        xml.names(name);
        xml.end();
    }

    private void writeDataStructure() throws XMLStreamException {
        xml.start("str:DataStructures");
        maintainable("str:DataStructure", flow.id());
        xml.start("str:DataStructureComponents");
        xml.start("str:DimensionList", "id", "DimensionDescriptor");
        for (int i = 0; i < dimensions.size(); i++) {
            xml.start("str:Dimension", "id", dimensions.get(i), "position", String.valueOf(i + 1));
            coded(dimensions.get(i));
            xml.end();
        }
        xml.start("str:TimeDimension", "id", "TIME_PERIOD", "position", String.valueOf(dimensions.size() + 1));
        text("TIME_PERIOD", "ObservationalTimePeriod");
        xml.end();
        xml.end();
        xml.start("str:AttributeList", "id", "AttributeDescriptor");
        xml.start("str:Attribute", "id", "UNIT_MEASURE", "assignmentStatus", "Mandatory");
        text("UNIT_MEASURE", "String");
        xml.start("str:AttributeRelationship");
        for (String dimension : dimensions) {
            xml.start("str:Dimension");
            xml.empty("Ref", "id", dimension);
            xml.end();
        }
        xml.end();
        xml.end();
        ofObservation("OBS_STATUS", "Mandatory");
        ofObservation("QUALIFIER", "Conditional");
        xml.end();
        xml.start("str:MeasureList", "id", "MeasureDescriptor");
        xml.start("str:PrimaryMeasure", "id", "OBS_VALUE");
        identity("OBS_VALUE");
        xml.end();
        xml.end();
        xml.end();
        xml.end();
        xml.end();
    }

    private void ofObservation(String attribute, String assignment) throws XMLStreamException {
        xml.start("str:Attribute", "id", attribute, "assignmentStatus", assignment);
        coded(attribute);
        xml.start("str:AttributeRelationship");
        xml.start("str:PrimaryMeasure");
        xml.empty("Ref", "id", "OBS_VALUE");
        xml.end();
        xml.end();
        xml.end();
    }

    private void coded(String component) throws XMLStreamException {
        identity(component);
        xml.start("str:LocalRepresentation");
        xml.start("str:Enumeration");
        reference("CL_" + component, "codelist", "Codelist");
        xml.end();
        xml.end();
    }

    private void text(String component, String type) throws XMLStreamException {
        identity(component);
        xml.start("str:LocalRepresentation");
        xml.empty("str:TextFormat", "textType", type);
        xml.end();
    }

    private void identity(String concept) throws XMLStreamException {
        xml.start("str:ConceptIdentity");
        xml.empty(
                "Ref",
                "id",
                concept,
                "maintainableParentID",
                CONCEPTS,
                "maintainableParentVersion",
                flow.version(),
                "agencyID",
                flow.agency(),
                "package",
                "conceptscheme",
                "class",
                "Concept");
        xml.end();
    }
}
