package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.github.rzymek.opczip.OpcOutputStream;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.lang3.StringUtils;
import org.codehaus.stax2.XMLInputFactory2;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.grassrootskpi.conformance.ModuleProgram;
import org.grassrootskpi.quantity.Quantity;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
    @TempDir
    Path folder;

    @Test
    void anotherModuleReadsATable() throws IOException, InterruptedException {
        ModuleProgram program = ModuleProgram.of(
                Path.of("src", "test", "consumer"),
                TableImport.class,
                Quantity.class,
                ImmutableList.class,
                InternalFutures.class,
                NullMarked.class,
                JsonProperty.class,
                JsonParser.class,
                ObjectMapper.class,
                Jdk8Module.class,
                CsvReader.class,
                ReadableWorkbook.class,
                Workbook.class,
                OpcOutputStream.class,
                ZipFile.class,
                InputFactoryImpl.class,
                XMLInputFactory2.class,
                Hex.class,
                BOMInputStream.class,
                StringUtils.class);

        assertThat(program.run(folder, "tables.consumer/consumer.Main")).isEqualTo("""
                indicator  value
                visits        42
                source PROVINCE, ANNUAL: visits

                true""");
    }
}
