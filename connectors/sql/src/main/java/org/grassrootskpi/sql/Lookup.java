package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;

/**
 * A small relation that a statement joins with the observations, such as the slot of each region: some columns of the same length,
 * the values of which never become a part of the statement's text.
 *
 * @param name the name by which the statement refers to it
 * @param columns at least one
 */
public record Lookup(String name, ImmutableList<Column> columns) {
    /**
     * A column of a small relation.
     *
     * @param name its name
     * @param isText whether its values are texts rather than integers of 32 bits
     * @param values its values, as texts; none has the character U+001F
     */
    public record Column(String name, boolean isText, ImmutableList<String> values) {
        /**
         * Creates a column; refuses the character that parts the values of a parameter.
         *
         * @param name its name
         * @param isText whether its values are texts
         * @param values its values, as texts
         */
        public Column {
            for (String value : values) {
                if (value.indexOf('\u001f') >= 0) {
                    throw new IllegalArgumentException(
                            "Expected texts without the character U+001F, got one in " + name);
                }
            }
        }

        static Column texts(String name, Iterable<String> values) {
            return new Column(name, true, ImmutableList.copyOf(values));
        }

        static Column integers(String name, Iterable<Integer> values) {
            ImmutableList.Builder<String> texts = ImmutableList.builder();
            values.forEach(value -> texts.add(Integer.toString(value)));
            return new Column(name, false, texts.build());
        }
    }

    static Lookup of(String name, Column... columns) {
        return new Lookup(name, ImmutableList.copyOf(columns));
    }

    /** {@return how many rows it has} */
    public int size() {
        return columns.get(0).values().size();
    }
}
