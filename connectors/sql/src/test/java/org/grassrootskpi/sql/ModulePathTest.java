package org.grassrootskpi.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.IOException;
import java.nio.file.Path;
import org.duckdb.DuckDBDriver;
import org.grassrootskpi.conformance.ModuleProgram;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
    @TempDir
    Path folder;

    @Test
    void anotherModuleAsksDuckDb() throws IOException, InterruptedException {
        ModuleProgram program = ModuleProgram.of(
                Path.of("src", "test", "consumer"),
                SqlRollupSource.class,
                Quantity.class,
                ImmutableList.class,
                InternalFutures.class,
                NullMarked.class,
                JsonProperty.class,
                com.fasterxml.jackson.core.JsonParser.class,
                ObjectMapper.class,
                Jdk8Module.class,
                DuckDBDriver.class);

        // Newer JDKs warn of the driver's native code before.
        assertThat(program.run(folder, "sql.consumer/consumer.Main")).endsWith("3");
    }
}
