package org.grassrootskpi.report;

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
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
    @TempDir
    Path folder;

    /** Source: public bug report. Guava's Resources finds nothing in a module that is not open to it. */
    @Test
    void servesAProgramThatRequiresItAsAModule() throws IOException, InterruptedException {
        ModuleProgram program = ModuleProgram.of(
                Path.of("src", "test", "consumer"),
                WorkReport.class,
                Divisions.class,
                Quantity.class,
                ImmutableList.class,
                InternalFutures.class,
                NullMarked.class,
                JsonParser.class,
                JsonProperty.class,
                ObjectMapper.class,
                Jdk8Module.class);

        assertThat(program.run(folder, "consumer/consumer.Main")).isEqualTo("""
                2678""");
    }
}
