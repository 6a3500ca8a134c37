package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import org.grassrootskpi.conformance.JsonContract;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.junit.jupiter.api.Test;

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
