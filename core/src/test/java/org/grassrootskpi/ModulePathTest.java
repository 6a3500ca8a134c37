package org.grassrootskpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
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

class ModulePathTest {
    @TempDir
    Path folder;

    private static final Class<?>[] MODULES = {
        Quantity.class,
        ImmutableList.class,
        InternalFutures.class,
        NullMarked.class,
        JsonParser.class,
        JsonProperty.class,
        ObjectMapper.class,
        Jdk8Module.class
    };

    @Test
    void coreServesAProgramThatRequiresItAsAModule() throws IOException, InterruptedException {
        ModuleProgram program = ModuleProgram.of(Path.of("src", "test", "consumer"), MODULES);

        assertThat(program.run(folder, "consumer/consumer.Main")).isEqualTo("""
                150000000
                2024-09-30
                true
                7
                2 lines, true""");
    }

    @Test
    void aMapperOfAnotherModuleFindsTheModuleForJackson() throws IOException, InterruptedException {
        ModuleProgram program = ModuleProgram.of(Path.of("src", "test", "json-consumer"), MODULES);

        assertThat(program.run(folder, "json.consumer/consumer.Main")).isEqualTo("""
                {"code":"a","name":{"zh":"甲","en":"A"},"level":"COMMUNITY"}
                true
                2024-Q3""");
    }
}
