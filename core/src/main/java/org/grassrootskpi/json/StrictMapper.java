package org.grassrootskpi.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitFactor;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.text.CanonicalDecimal;
import org.grassrootskpi.time.TimePeriod;

/** The shared JSON mapper; it rejects anything unexpected. */
final class StrictMapper {
    private static final int YEAR = 4;
    private static final int MOST_PLACES = 60;

    static final JsonMapper INSTANCE = create();

    static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private StrictMapper() {}

    private static JsonMapper create() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(CatalogJson.MAX_DEPTH)
                        .maxNumberLength(CatalogJson.MAX_DIGITS)
                        .maxStringLength(CatalogJson.MAX_TEXT)
                        .maxTokenCount(CatalogJson.MAX_TOKENS)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .annotationIntrospector(new ModelIntrospector())
                .accessorNaming(new ModelIntrospector.Naming())
                .addModules(new Jdk8Module(), texts())
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.USE_DEFAULTS));
        // A text stays a text: 2024 is not "2024", and "" is not an absent value.
        builder.withCoercionConfig(
                LogicalType.Textual,
                config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        builder.withCoercionConfig(
                LogicalType.Enum, config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        return builder.build();
    }

    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule("quantities and periods");
        asTextInUnits(module, Quantity.class, Quantity::parse);
        asTextInUnits(module, Unit.class, (text, units) -> units.parse(text));
        asText(module, UnitFactor.class, UnitFactor::parse);
        asText(module, RegionLevel.class, RegionLevel::of);
        asText(module, TimePeriod.class, StrictMapper::period);
        asText(module, LocalDate.class, StrictMapper::day);
        asText(module, IndicatorFormula.class, IndicatorFormula::parse);
        module.addSerializer(new LocalizedTextWriter());
        module.addDeserializer(LocalizedText.class, new LocalizedTextReader());
        module.addDeserializer(BigDecimal.class, new DecimalDeserializer());
        return module;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Expected a day in the spelling of ISO 8601 such as 2025-11-20, got '" + text + "'", e);
        }
    }

    /** Reads periods in the one spelling that files have: 2024年 and 2024Q3 are for texts and tables. */
    private static TimePeriod period(String text) {
        TimePeriod period = TimePeriod.parse(text);
        boolean isStandard = CharMatcher.ascii().matchesAllOf(text)
                && (text.length() == YEAR || text.charAt(YEAR) == '-' || text.charAt(YEAR) == 'W');
        if (!isStandard) {
            throw new IllegalArgumentException("Expected a period in the spelling of ISO 8601 or SDMX, got '" + text
                    + "'; write '" + period + "'");
        }
        return period;
    }

    /** Returns a reader of the elements of a catalogue, which has units and languages of its own. */
    static ObjectReader reader(CatalogPrelude prelude) {
        return INSTANCE.reader().withAttribute(CatalogPrelude.class, prelude);
    }

    /** Returns what is known of the catalogue whose elements are read. */
    static CatalogPrelude prelude(DeserializationContext context) {
        return context.getAttribute(CatalogPrelude.class) instanceof CatalogPrelude prelude
                ? prelude
                : CatalogPrelude.NONE;
    }

    private static <T> void asText(SimpleModule module, Class<T> type, Function<String, T> parser) {
        asTextInUnits(module, type, (text, units) -> parser.apply(text));
    }

    private static <T> void asTextInUnits(
            SimpleModule module, Class<T> type, BiFunction<String, UnitVocabulary, T> parser) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new TextDeserializer<>(type, parser));
    }

    /** Reads a number with the digits that it has, in one form for equal numbers. */
    private static final class DecimalDeserializer extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalDeserializer() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return context.reportInputMismatch(
                        this, "expected a number, got %s", parser.currentToken().toString());
            }
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > MOST_PLACES || number.precision() > MOST_PLACES) {
                return context.reportInputMismatch(
                        this, "expected a number of at most %s digits before or after the point", MOST_PLACES);
            }
            return CanonicalDecimal.of(number);
        }
    }

    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient BiFunction<String, UnitVocabulary, T> parser;

        TextDeserializer(Class<T> type, BiFunction<String, UnitVocabulary, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(
                        this, "expected a text, got %s", parser.currentToken().toString());
            }
            String text = parser.getText();
            try {
                return this.parser.apply(text, prelude(context).units());
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, String.valueOf(e.getMessage()), e);
            }
        }
    }
}
