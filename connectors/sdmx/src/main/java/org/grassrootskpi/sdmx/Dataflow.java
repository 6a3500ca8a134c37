package org.grassrootskpi.sdmx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dataflow: what a set of data is called by those who exchange it.
 *
 * @param agency the id of the agency that maintains it, such as {@code GOV}
 * @param id its id, such as {@code KPI}
 * @param version its version, such as {@code 1.0}
 */
public record Dataflow(String agency, String id, String version) {
    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z][A-Za-z0-9_-]*(?:\\.[A-Za-z][A-Za-z0-9_-]*)*):([A-Za-z0-9_@$-]+)\\(([0-9]+(?:\\.[0-9]+)*)\\)");

    /**
     * Creates a dataflow.
     *
     * @param agency the id of the agency
     * @param id its id
     * @param version its version
     * @throws IllegalArgumentException if one of them has a form that SDMX does not allow
     */
    public Dataflow {
        if (!FORM.matcher(agency + ":" + id + "(" + version + ")").matches()) {
            throw new IllegalArgumentException(
                    "Expected a dataflow of the form AGENCY:ID(VERSION), such as GOV:KPI(1.0), got '" + agency + ":"
                            + id + "(" + version + ")'");
        }
    }

    /**
     * Reads a dataflow from its short form.
     *
     * @param text such as {@code GOV:KPI(1.0)}
     * @return the dataflow
     * @throws IllegalArgumentException if the text has another form
     */
    public static Dataflow parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Expected a dataflow of the form AGENCY:ID(VERSION), such as GOV:KPI(1.0), got '" + text + "'");
        }
        return new Dataflow(parts.group(1), parts.group(2), parts.group(3));
    }

    /** {@return the short form, {@code GOV:KPI(1.0)}} */
    @Override
    public String toString() {
        return agency + ":" + id + "(" + version + ")";
    }
}
