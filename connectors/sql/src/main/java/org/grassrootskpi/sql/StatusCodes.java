package org.grassrootskpi.sql;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.model.ObservationStatus;

/** The letters and names of statuses, as a list of literals. */
final class StatusCodes {
    private StatusCodes() {}

    static String of(SqlDialect dialect, boolean withValue) {
        return Arrays.stream(ObservationStatus.values())
                .filter(status -> status.hasValue() == withValue)
                .flatMap(status -> Stream.of(String.valueOf(status.sdmx()), status.name()))
                .map(dialect::literal)
                .collect(Collectors.joining(", "));
    }
}
