package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFieldTest {
    @Test
    void onlyFieldsThatWouldBeReadInPartsAreQuoted() {
        assertThat(CsvField.record(List.of("a", "", "b c", "d,e", "say \"no\"", "two\nlines", "two\rlines", "'x'")))
                .isEqualTo("a,,b c,\"d,e\",\"say \"\"no\"\"\",\"two\nlines\",\"two\rlines\",'x'");
        assertThat(CsvField.quoted("\"")).isEqualTo("\"\"\"\"");
        assertThat(CsvField.record(List.of())).isEmpty();
    }
}
