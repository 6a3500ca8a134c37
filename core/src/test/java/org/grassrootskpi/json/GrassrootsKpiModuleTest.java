package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import java.math.BigDecimal;
import org.grassrootskpi.conformance.JsonContract;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrassrootsKpiModuleTest extends JsonContract {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new GrassrootsKpiModule());

    @Override
    protected String write(Object value) throws JsonProcessingException {
        return mapper.writeValueAsString(value);
    }

    @Override
    protected <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return mapper.readValue(json, type);
    }

    @Override
    protected Class<? extends Exception> refusal() {
        return JsonMappingException.class;
    }

    @Test
    void isFoundByMappersThatLookForModules() throws JsonProcessingException {
        ObjectMapper finder = JsonMapper.builder().findAndAddModules().build();

        assertThat(finder.writeValueAsString(Unit.parse("亿元"))).isEqualTo("\"亿元\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"5元\", \"text\": \"6元\"}|The property 'text' is there twice",
                "{\"text\": null}|Expected a figure's text",
                "[\"5元\", null, [1, 2.5, true, false]]|got [5元, null, [1, 2.5, true, false]]",
                "{\"text\": \"5元\", \"bounds\": {\"lower\": [null]}}|got {lower=[null]}",
                "true|Expected a text such as",
            })
    void refusesTreesThatAreNoFigure(String json, String message) {
        assertThatThrownBy(() -> read(json, Quantity.class))
                .isInstanceOf(refusal())
                .hasMessageContaining(message);
    }

    @Test
    void isWrittenWithoutTypesAlsoWhereAMapperWritesThem() throws JsonProcessingException {
        ObjectMapper typed = JsonMapper.builder()
                .addModule(new GrassrootsKpiModule())
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfBaseType(Object.class)
                                .build(),
                        ObjectMapper.DefaultTyping.NON_FINAL)
                .build();

        assertThat(typed.writeValueAsString(TimePeriod.parse("2024"))).isEqualTo("\"2024\"");
    }

    @Test
    void keepsAllDigitsThroughTreesOfTheMapper() {
        Quantity third = Quantity.parse("100元").dividedBy(Quantity.parse("近300元"));

        assertThat(mapper.convertValue(third, Quantity.class)).isEqualTo(third);
    }

    @Test
    void describesOnlyItsOwnObjects() {
        assertThatThrownBy(() -> JsonTree.of("text")).hasMessageContaining("got java.lang.String");
        assertThatThrownBy(() -> JsonTree.read("text", Cell.class))
                .hasMessageContaining("got org.grassrootskpi.query.Cell");
        assertThat(JsonTree.isReadable(BigDecimal.class)).isFalse();
    }
}
