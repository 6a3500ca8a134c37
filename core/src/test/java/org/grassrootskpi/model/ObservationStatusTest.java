package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationStatusTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsLetterAndItsName(ObservationStatus status) {
        assertThat(ObservationStatus.find(String.valueOf(status.sdmx()))).contains(status);
        assertThat(ObservationStatus.find(status.name())).contains(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "provisional", "PP", "X", " P"})
    void isNotFoundByAnythingElse(String text) {
        assertThat(ObservationStatus.find(text)).isEmpty();
    }

    @Test
    void hasTheLettersOfSdmxOnce() {
        assertThat(ObservationStatus.values())
                .extracting(ObservationStatus::sdmx)
                .doesNotHaveDuplicates();
    }
}
