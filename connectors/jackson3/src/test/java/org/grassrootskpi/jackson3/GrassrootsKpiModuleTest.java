package org.grassrootskpi.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import org.grassrootskpi.conformance.JsonContract;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class GrassrootsKpiModuleTest extends JsonContract {
    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new GrassrootsKpiModule()).build();

    @Override
    protected String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    @Override
    protected <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    @Override
    protected Class<? extends Exception> refusal() {
        return DatabindException.class;
    }

    @Test
    void isFoundByMappersThatLookForModules() {
        JsonMapper finder = JsonMapper.builder().findAndAddModules().build();

        assertThat(finder.writeValueAsString(Unit.parse("亿元"))).isEqualTo("\"亿元\"");
    }

    @Test
    void keepsAllDigitsThroughTokensOfTheMapper() {
        Quantity third = Quantity.parse("100元").dividedBy(Quantity.parse("近300元"));

        assertThat(mapper.convertValue(third, Quantity.class)).isEqualTo(third);
    }
}
