package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OwnResourceTest {
    @Test
    void isOpenedEachTimeItIsRead() throws IOException {
        OwnResource resource = OwnResource.of("units.tsv", () -> new ByteArrayInputStream(new byte[] {1, 2}));

        assertThat(resource.read()).containsExactly(1, 2);
        assertThat(resource.read()).containsExactly(1, 2);
        assertThat(resource).hasToString("units.tsv");
    }

    @Test
    void isNamedWhereItIsMissing() {
        OwnResource missing = OwnResource.of("units.tsv", () -> null);

        assertThatIllegalStateException()
                .isThrownBy(missing::openStream)
                .withMessage("Expected the resource units.tsv next to its class, found none; the library was packed"
                        + " without it");
    }
}
