package org.grassrootskpi.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.IOException;
import java.nio.file.Path;
import org.grassrootskpi.conformance.ModuleProgram;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

class ModulePathTest {
    @TempDir
    Path folder;

    @Test
    void aMapperOfAnotherModuleFindsTheModuleForJackson3() throws IOException, InterruptedException {
        ModuleProgram program = ModuleProgram.of(
                Path.of("src", "test", "consumer"),
                GrassrootsKpiModule.class,
                Quantity.class,
                ImmutableList.class,
                InternalFutures.class,
                NullMarked.class,
                JsonProperty.class,
                com.fasterxml.jackson.core.JsonParser.class,
                ObjectMapper.class,
                Jdk8Module.class,
                JsonParser.class,
                JsonMapper.class);

        assertThat(program.run(folder, "json3.consumer/consumer.Main")).isEqualTo("""
                {"code":"a","name":{"zh":"甲","en":"A"},"level":"COMMUNITY"}
                true
                2024-Q3""");
    }
}
