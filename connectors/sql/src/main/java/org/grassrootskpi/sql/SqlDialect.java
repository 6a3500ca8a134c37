package org.grassrootskpi.sql;

import java.math.BigDecimal;
import java.util.List;

/** The differences between databases that a statement over observations meets. */
public enum SqlDialect {
    /** DuckDB, over its own tables, Parquet and CSV. */
    DUCKDB('"') {
        @Override
        String elements(String parameter) {
            return "string_split(" + parameter + ", chr(31))";
        }

        /** A product of two longs needs 126 bits, and of products there may be as many as rows: the weight in two halves. */
        @Override
        List<String> productSum(String value, String weight) {
            String wide = "CAST(" + value + " AS HUGEINT)";
            return List.of(
                    "sum(" + wide + " * (CAST(" + weight + " AS BIGINT) >> 32))",
                    "sum(" + wide + " * (CAST(" + weight + " AS BIGINT) & 4294967295))");
        }
    },
    /** PostgreSQL, and databases that speak its SQL. */
    POSTGRESQL('"') {
        @Override
        String elements(String parameter) {
            return "string_to_array(CAST(" + parameter + " AS text), chr(31))";
        }

        /** A numeric of PostgreSQL has as many digits as it needs. */
        @Override
        List<String> productSum(String value, String weight) {
            return List.of("sum(CAST(" + value + " AS numeric) * CAST(" + weight + " AS numeric))");
        }
    },
    /** Spark SQL, whose small relations are temporary views. */
    SPARK('`') {
        @Override
        String elements(String parameter) {
            throw new UnsupportedOperationException("Spark joins temporary views, and has no parameters");
        }

        /** Text in Spark has escapes that begin with a backslash. */
        @Override
        String literal(String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }

        /** Sums of two halves are longs; sums of decimals of 38 digits take twice as long. */
        @Override
        List<String> integerSum(String value) {
            return List.of("sum(shiftright(" + value + ", 32))", "sum(" + value + " & 4294967295)");
        }

        @Override
        List<String> productSum(String value, String weight) {
            String wide = "CAST(" + value + " AS DECIMAL(19,0))";
            return List.of(
                    "sum(" + wide + " * CAST(shiftright(CAST(" + weight + " AS BIGINT), 32) AS DECIMAL(10,0)))",
                    "sum(" + wide + " * CAST(CAST(" + weight + " AS BIGINT) & 4294967295 AS DECIMAL(10,0)))");
        }
    };

    private static final BigDecimal HALF = BigDecimal.valueOf(1L << 32);

    private final char quote;

    SqlDialect(char quote) {
        this.quote = quote;
    }

    /** Returns the elements of a list that is one text parameter, its elements parted by the character U+001F. */
    abstract String elements(String parameter);

    /** Returns the parts of the exact sum of products of two integers; see {@link #whole}. */
    abstract List<String> productSum(String value, String weight);

    /** Returns the parts of the exact sum of integers of 64 bits; see {@link #whole}. */
    List<String> integerSum(String value) {
        return List.of("sum(" + value + ")");
    }

    /** Returns a sum from its parts: one, or the upper and the lower half of 32 bits. */
    static BigDecimal whole(List<BigDecimal> parts) {
        return parts.size() == 1 ? parts.get(0) : parts.get(0).multiply(HALF).add(parts.get(1));
    }

    /** Returns a name in quotes. */
    String name(String identifier) {
        String quoted = String.valueOf(quote);
        return quote + identifier.replace(quoted, quoted + quoted) + quote;
    }

    /** Returns a text in quotes. */
    String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
