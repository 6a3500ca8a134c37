package org.grassrootskpi.sql;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of an answer; its fields are numbered from 0. */
public interface SqlRow {
    /**
     * {@return a field as text, or null where it is null}
     *
     * @param field its number
     */
    @Nullable String text(int field);

    /**
     * {@return a field as a number, or null where it is null}
     *
     * @param field its number
     */
    @Nullable BigDecimal number(int field);
}
