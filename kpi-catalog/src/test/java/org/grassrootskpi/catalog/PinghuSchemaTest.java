package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.ByteSource;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.grassrootskpi.json.CatalogSchema;
import org.junit.jupiter.api.Test;

class PinghuSchemaTest {
    private static String text(ByteSource source) throws IOException {
        return source.asCharSource(StandardCharsets.UTF_8).read();
    }

    @Test
    void everyFileIsValid() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(CatalogSchema.json()));

        for (Map.Entry<String, ByteSource> file : PinghuCatalog.files().entrySet()) {
            assertThat(schema.validate(text(file.getValue()), InputFormat.JSON))
                    .as(file.getKey())
                    .extracting(Error::toString)
                    .isEmpty();
        }
    }
}
