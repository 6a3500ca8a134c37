package org.grassrootskpi.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.UnitFactor;

/**
 * Makes the JSON Schemas of catalogue files and of rules from the sources of the model: a property for each accessor, required unless
 * it is an {@code Optional}, a list or has a default, described by the first sentence of its Javadoc and what it says to
 * return.
 */
final class BuildCatalogSchema {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String OPTIONAL = "java.util.Optional";
    private static final String SET = "com.google.common.collect.ImmutableSet";
    private static final String LIST = "com.google.common.collect.ImmutableList";

    /** What the code of the model demands of a property beyond its type, as JSON Schema says it. */
    private static final ImmutableMap<String, String> DEMANDS = ImmutableMap.<String, String>builder()
            .put("id", pattern(Catalog.ID_FORM))
            .put("ScoreItem.id", "{'pattern': '\\\\S'}")
            .put("Adjustment.id", "{'pattern': '\\\\S'}")
            .put("ScoreItem.weight", "{'exclusiveMinimum': 0}")
            .put("Adjustment.points", "{'exclusiveMinimum': 0}")
            .put("Adjustment.limit", "{'minimum': 0}")
            .put("MissingScores.minCoverage", "{'exclusiveMinimum': 0, 'maximum': 1}")
            .put("Scorecard.items", "{'minItems': 1}")
            .put("Levels.levels", "{'minItems': 1}")
            .put("Levels.decimals", "{'minimum': 0}")
            .put("Ranking.decimals", "{'minimum': 0}")
            .put("Ranking.direction", "{'enum': ['HIGHER', 'LOWER']}")
            .put("ProgressRule.dueSoonDays", "{'minimum': 0}")
            .put("PlanPath.percentDecimals", "{'minimum': 0}")
            .put("Region.code", pattern(Catalog.ID_FORM))
            .put("RegionGroup.code", pattern(Catalog.ID_FORM))
            .put("RegionGroup.members", "{'minItems': 1}")
            .put("DeclaredUnit.code", pattern(DeclaredUnit.CODE_FORM))
            .put(
                    "DeclaredUnit.aliases",
                    "{'items': {'type': 'string', 'pattern': '^[\\\\p{L}\\\\p{Sc}%％‰‱㎡㎢㎞°℃℉](.{0,30}\\\\S)?$'}}")
            .put("DeclaredLevel.code", pattern(Catalog.ID_FORM))
            .put("Catalog.languages", "{'minItems': 1, 'uniqueItems': true}")
            .put("Citation.section", "{'pattern': '\\\\S'}")
            .put("Citation.quote", "{'pattern': '\\\\S'}")
            .put("Responsibility.unit", "{'pattern': '\\\\S'}")
            .put("Responsibility.leader", "{'pattern': '\\\\S'}")
            .put("Responsibility.supporting", "{'items': {'type': 'string', 'pattern': '\\\\S'}}")
            .put("Indicator.decimals", "{'minimum': 0, 'maximum': 9}")
            .put("Rank.place", "{'minimum': 1}")
            .put("StageModel.stages", "{'minItems': 1}")
            .put("Programme.citations", "{'minItems': 1}")
            .buildOrThrow();

    /** What the code of the model demands of an element as a whole. */
    private static final ImmutableMap<String, String> ELEMENT_DEMANDS = ImmutableMap.of(
            "Recognition",
            "{'anyOf': [{'required': ['awards'], 'properties': {'awards': {'minItems': 1}}},"
                    + "{'required': ['ranks'], 'properties': {'ranks': {'minItems': 1}}},"
                    + "{'required': ['rating']}]}",
            "Rank",
            "{'if': {'properties': {'kind': {'enum': ['PLACE', 'TOP']}}},"
                    + "'then': {'required': ['place']}, 'else': {'properties': {'place': false}},"
                    + "'allOf': [{'if': {'properties': {'kind': {'enum': ['RECORD_LOW', 'RECORD_HIGH']}}},"
                    + "'then': {'properties': {'scope': false}}, 'else': {'required': ['scope']}}]}");

    private static final String DAY =
            "{'type': 'string', 'pattern': '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', 'examples': ['2025-11-20']}";

    /** The values that are written as texts. */
    private static final ImmutableMap<String, String> TEXTS = ImmutableMap.of(
            "LocalizedText",
            "{'type': 'object', 'minProperties': 1, 'propertyNames': {'pattern': '^" + Language.FORM + "$'},"
                    + "'additionalProperties': {'type': 'string', 'pattern': '\\\\S'},"
                    + "'properties': {'zh': {'type': 'string', 'pattern': '\\\\S'}, 'en': {'type': 'string', 'pattern': '\\\\S'}}}",
            "Language",
            "{'type': 'string', 'pattern': '^" + Language.FORM + "$', 'examples': ['zh', 'en', 'fr', 'sw', 'pt-BR']}",
            "RegionLevel",
            "{'type': 'string', 'pattern': '^" + Catalog.ID_FORM + "$', 'examples': ['"
                    + Joiner.on("', '").join(RegionLevel.prepared()) + "']}",
            "Quantity",
            "{'type': 'string', 'pattern': '\\\\S', 'examples': ['98.6公顷', '近300亿元', '96.9%', '9.3万宗']}",
            "Unit",
            "{'type': 'string', 'pattern': '\\\\S', 'examples': ['CNY', 'm2', 'ratio', 'rank', 'grade', 'count:家', 'count:人次']}",
            "UnitFactor",
            "{'type': 'string', 'pattern': '^" + escaped(UnitFactor.FORM)
                    + "$', 'examples': ['4046.8564224', '2000/3']}",
            "IndicatorFormula",
            "{'type': 'string', 'pattern': '\\\\S', 'examples': ['births - deaths', '1000 * doctors / residents']}",
            "TimePeriod",
            "{'type': 'string', 'pattern': '^[0-9]{4}(W[0-9]{2}|/[0-9]{2}-M(0[2-9]|1[0-2])|-(A1|[HS][12]|Q[1-4]|(M|YTD)?(0[1-9]|1[0-2])|W[0-9]{2}"
                    + "|D[0-9]{3}|(0[1-9]|1[0-2])-[0-9]{2}(/P[0-9]{1,4}[YMWD])?))?$',"
                    + "'examples': ['2024', '2024-H1', '2024-Q3', '2024-07', '2024-07-15', '2024-YTD09']}");

    private final ModelSources sources;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private BuildCatalogSchema(ModelSources sources) {
        this.sources = sources;
    }

    /**
     * Makes the schema of catalogue files.
     *
     * @return indented by two blanks, with line feeds
     * @throws IOException if a source cannot be read
     */
    static String ofCatalog() throws IOException {
        return of(
                "org.grassrootskpi.model.Catalog",
                "Catalogue file of grassroots-kpi",
                "A part of a catalogue: any of these lists, whose elements refer to each other by id, also across files.");
    }

    /**
     * Makes the schema of files that hold an element.
     *
     * @param type the name of the type
     * @param title the title of the schema
     * @param description its description
     * @return indented by two blanks, with line feeds
     * @throws IOException if a source cannot be read
     */
    static String of(String type, String title, String description) throws IOException {
        BuildCatalogSchema build = new BuildCatalogSchema(ModelSources.ofCore());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        // The compiler that has read the sources serves one caller at a time.
        synchronized (build.sources) {
            return MAPPER.writer(printer).writeValueAsString(build.schema(type, title, description)) + "\n";
        }
    }

    private ObjectNode schema(String type, String title, String description) throws IOException {
        ObjectNode root = MAPPER.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title)
                .put("description", description);
        ObjectNode file = object(sources.type(type));
        ObjectNode properties = MAPPER.createObjectNode();
        properties.set(
                "$schema",
                MAPPER.createObjectNode()
                        .put("type", "string")
                        .put("description", "Where this schema is, for editors. The reader takes no notice of it."));
        properties.setAll((ObjectNode) file.get("properties"));
        file.set("properties", properties);
        root.setAll(file);
        ObjectNode defs = root.putObject("$defs");
        definitions.forEach(defs::set);
        return root;
    }

    private ObjectNode object(TypeElement type) throws IOException {
        ObjectNode object = MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = MAPPER.createObjectNode();
        ArrayNode required = MAPPER.createArrayNode();
        for (ExecutableElement accessor : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (!isProperty(accessor)) {
                continue;
            }
            String name = inFiles(accessor.getSimpleName().toString());
            ObjectNode property = MAPPER.createObjectNode().put("description", describe(accessor));
            property.setAll(valueOf(accessor.getReturnType()));
            Optional<String> demand = Optional.ofNullable(DEMANDS.get(type.getSimpleName() + "." + name))
                    .or(() -> Optional.ofNullable(DEMANDS.get(name)));
            if (demand.isPresent()) {
                property.setAll(json(demand.get()));
            }
            properties.set(name, property);
            if ((property.has("minItems") && !name.equals("languages")) || isRequired(accessor)) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        object.set("properties", properties);
        return object;
    }

    /** A file lists observations, all vintages among them; in Java those are the ones that are preferred. */
    private static String inFiles(String accessor) {
        return accessor.equals("vintages") ? "observations" : accessor;
    }

    /** Describes a property. What Java returns empty, a file leaves out; a return that only repeats the name is dropped. */
    private String describe(ExecutableElement accessor) {
        String sentence = sources.firstSentence(accessor);
        if (sentence.startsWith("Returns ")) {
            sentence = capitalize(sentence.substring("Returns ".length()));
        }
        String returned = sources.returned(accessor);
        if (accessor.getReturnType().toString().startsWith(OPTIONAL)) {
            returned = returned.replace("empty", "left out");
        }
        if (returned.isEmpty() && accessor.getReturnType().toString().startsWith(OPTIONAL)) {
            sentence = sentence.replace("empty", "left out");
        }
        return returned.isEmpty() || returned.matches("the [a-z]+|in the order given")
                ? sentence
                : sentence + " " + capitalize(returned) + ".";
    }

    private static String capitalize(String text) {
        return Ascii.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean isProperty(ExecutableElement accessor) {
        return accessor.getParameters().isEmpty()
                && (accessor.getModifiers().contains(Modifier.ABSTRACT) || hasDefault(accessor));
    }

    private static boolean hasDefault(ExecutableElement accessor) {
        return accessor.getAnnotationMirrors().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("Value.Default"));
    }

    private static boolean isRequired(ExecutableElement accessor) {
        String type = accessor.getReturnType().toString();
        return !hasDefault(accessor) && !type.startsWith(OPTIONAL) && !type.startsWith(LIST) && !type.startsWith(SET);
    }

    private ObjectNode valueOf(TypeMirror type) throws IOException {
        if (type.getKind().isPrimitive()) {
            return MAPPER.createObjectNode().put("type", type.getKind() == TypeKind.BOOLEAN ? "boolean" : "integer");
        }
        DeclaredType declared = (DeclaredType) type;
        TypeElement element = (TypeElement) declared.asElement();
        return switch (element.getQualifiedName().toString()) {
            case "java.lang.String" -> MAPPER.createObjectNode().put("type", "string");
            case "java.lang.Integer" -> MAPPER.createObjectNode().put("type", "integer");
            case "java.time.LocalDate" -> json(DAY);
            case "java.math.BigDecimal" -> MAPPER.createObjectNode().put("type", "number");
            case OPTIONAL -> valueOf(declared.getTypeArguments().get(0));
            case LIST, SET -> {
                ObjectNode array = MAPPER.createObjectNode().put("type", "array");
                yield array.set("items", valueOf(declared.getTypeArguments().get(0)));
            }
            default -> MAPPER.createObjectNode().put("$ref", "#/$defs/" + define(element));
        };
    }

    /** Puts a type of the model among the definitions, under its name there, such as {@code Rank.Kind}. */
    private String define(TypeElement type) throws IOException {
        List<String> packages = Splitter.on('.').splitToList(type.getQualifiedName());
        String name = String.join(
                ".",
                packages.stream()
                        .filter(part -> Character.isUpperCase(part.charAt(0)))
                        .toList());
        if (!definitions.containsKey(name)) {
            ObjectNode definition = MAPPER.createObjectNode();
            definitions.put(name, definition); // before its properties, which may hold it
            definition.put("description", sources.firstSentence(type));
            if (type.getKind() == ElementKind.ENUM) {
                enumeration(type, definition);
            } else if (TEXTS.containsKey(name)) {
                definition.setAll(json(TEXTS.get(name)));
            } else {
                definition.setAll(object(type));
            }
            if (ELEMENT_DEMANDS.containsKey(name)) {
                definition.setAll(json(ELEMENT_DEMANDS.get(name)));
            }
        }
        return name;
    }

    /** Not every editor shows descriptions of single values, and {@code oneOf} would spoil its messages. */
    private void enumeration(TypeElement type, ObjectNode definition) {
        StringBuilder description =
                new StringBuilder(definition.get("description").textValue());
        ArrayNode values = MAPPER.createArrayNode();
        for (Element constant : type.getEnclosedElements()) {
            if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                values.add(constant.getSimpleName().toString());
                description
                        .append('\n')
                        .append(constant.getSimpleName())
                        .append(": ")
                        .append(sources.firstSentence(constant));
            }
        }
        definition.put("description", description.toString()).set("enum", values);
    }

    private static String pattern(String form) {
        return "{'pattern': '^" + escaped(form) + "$'}";
    }

    private static String escaped(String form) {
        return form.replace("\\", "\\\\");
    }

    private static ObjectNode json(String singleQuoted) throws IOException {
        return (ObjectNode) MAPPER.readTree(singleQuoted.replace('\'', '"'));
    }
}
