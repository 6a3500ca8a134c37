package org.grassrootskpi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.logging.Log;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.grassrootskpi.conformance.ModuleProgram;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.WorkReport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
    @TempDir
    Path folder;

    @Test
    void anotherModuleReadsDocuments() throws IOException, InterruptedException {
        ModuleProgram program = ModuleProgram.of(
                Path.of("src", "test", "consumer"),
                ReportDocument.class,
                WorkReport.class,
                Divisions.class,
                Quantity.class,
                ImmutableList.class,
                InternalFutures.class,
                NullMarked.class,
                JsonProperty.class,
                JsonParser.class,
                ObjectMapper.class,
                Jdk8Module.class,
                PDDocument.class,
                RandomAccessRead.class,
                TrueTypeFont.class,
                Log.class);

        assertThat(program.run(folder, "documents.consumer/consumer.Main")).isEqualTo("""
                DOCX 116
                PDF 116
                TEXT 116""");
    }
}
