package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Sector;
import org.junit.jupiter.api.Test;

/** What a mapper of its own learns of the interfaces of the model. */
class ModelIntrospectorTest {
    private final JsonMapper mapper = JsonMapper.builder()
            .annotationIntrospector(new ModelIntrospector())
            .accessorNaming(new ModelIntrospector.Naming())
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(new LocalizedTextWriter())
                    .addDeserializer(LocalizedText.class, new LocalizedTextReader()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.USE_DEFAULTS))
            .build();

    /** A type that is none of the model. */
    record Plain(String name, int size) {}

    @Test
    void readsWhatABuilderOfTheInterfaceTakes() throws JsonProcessingException {
        Sector sector =
                Sector.builder().id("a").name(LocalizedText.of("甲", "A")).build();
        String json = "{\"id\":\"a\",\"name\":{\"zh\":\"甲\",\"en\":\"A\"}}";

        assertThat(mapper.readTree(mapper.writeValueAsString(sector))).isEqualTo(mapper.readTree(json));
        assertThat(mapper.readValue(json, Sector.class)).isEqualTo(sector);
    }

    @Test
    void readsListsAndWhatAGeneratedBuilderTakes() throws JsonProcessingException {
        Responsibility who =
                Responsibility.builder().unit("民政办").addSupporting("党群办", "综合办").build();
        String json = "{\"unit\":\"民政办\",\"supporting\":[\"党群办\",\"综合办\"]}";

        assertThat(mapper.readTree(mapper.writeValueAsString(who))).isEqualTo(mapper.readTree(json));
        assertThat(mapper.readValue(json, Responsibility.class)).isEqualTo(who);
        assertThat(mapper.readValue("{\"document\":\"a\",\"section\":\"1\",\"quote\":\"甲\"}", Citation.class))
                .isEqualTo(Citation.of("a", "1", "甲"));
    }

    @Test
    void leavesOtherTypesAsTheyAre() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(List.of(new Plain("x", 3)))).isEqualTo("[{\"name\":\"x\",\"size\":3}]");
    }
}
