package org.grassrootskpi.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * How a table of somebody else is read: proposed from the table itself, kept as a small JSON file, and corrected by a person. Immutable.
 *
 * @param charset the charset of a text file; null for a workbook
 * @param delimiter what parts the fields of a text file; null for a workbook
 * @param decimal the decimal sign, {@code .} or {@code ,}
 * @param sheet the name of a workbook's sheet; null for a text file
 * @param headRow the row of the first line of the head, from 1
 * @param headRows of how many rows the head consists, 1 or more
 * @param lastRow the last row with observations; 0 for all rows but the notes at the end, which have a single cell
 * @param columns the columns, from left to right
 * @param indicator the id of the indicator of a table that names none
 * @param period the period of a table that names none
 * @param datesAs the frequency of the periods that dates stand for, such as months named by their last days; null where a date is a day
 * @param yearsFrom the month with which years such as 2024/25 begin; null where they are filed under the calendar year in which they
 *     begin
 * @param yearsNamedBy whether FY2024 begins or ends in 2024, where {@code yearsFrom} is said; null where it is taken for the calendar year
 * @param level the level of its regions: one of China's, or the last of {@code levels}
 * @param levels the codes of levels of one's own, from the widest to that of the regions; none for China's
 * @param whole what all its regions lie in, by name, so that there are shares of it; null for nothing
 * @param indicators its indicators
 * @param units units that the library does not know, as the table prints them, with the codes under which the catalogue declares them
 * @param regionsLeftOut regions, by code or name, whose rows are left out because they are made of others
 * @param totals for some dimensions the member that is the total of the others
 * @param missing the status of cells that hold a certain text in place of a value
 * @param questions what was guessed, and is to be confirmed by a person; nothing reads them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TableMapping(
        @Nullable String charset,
        @Nullable String delimiter,
        String decimal,
        @Nullable String sheet,
        int headRow,
        int headRows,
        int lastRow,
        List<Column> columns,
        @Nullable String indicator,
        @Nullable String period,
        @Nullable Frequency datesAs,
        @Nullable Month yearsFrom,
        @Nullable NamedYear yearsNamedBy,
        RegionLevel level,
        List<String> levels,
        @Nullable String whole,
        List<ImportedIndicator> indicators,
        Map<String, String> units,
        List<String> regionsLeftOut,
        Map<String, String> totals,
        Map<String, ObservationStatus> missing,
        List<String> questions) {

    /**
     * Creates a mapping; lists that are absent in a file are empty.
     *
     * @param charset the charset of a text file
     * @param delimiter what parts its fields
     * @param decimal the decimal sign
     * @param sheet the name of a workbook's sheet
     * @param headRow the row of the first line of the head
     * @param headRows of how many rows the head consists
     * @param lastRow the last row with observations
     * @param columns the columns
     * @param indicator the id of the indicator of a table that names none
     * @param period the period of a table that names none
     * @param datesAs the frequency of the periods that dates stand for
     * @param yearsFrom the month with which years such as 2024/25 begin
     * @param yearsNamedBy whether FY2024 begins or ends in 2024
     * @param level the level of its regions
     * @param levels levels of one's own
     * @param whole what all its regions lie in
     * @param indicators its indicators
     * @param units units of the table's own
     * @param regionsLeftOut regions whose rows are left out
     * @param totals total members of dimensions
     * @param missing texts in place of a value
     * @param questions what is to be confirmed
     */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file leaves out
    public TableMapping {
        decimal = decimal == null ? "." : decimal;
        levels = levels == null ? ImmutableList.of() : ImmutableList.copyOf(levels);
        level = level != null
                ? level
                : levels.isEmpty() ? RegionLevel.PROVINCE : RegionLevel.of(levels.get(levels.size() - 1));
        units = units == null ? ImmutableMap.of() : ImmutableMap.copyOf(units);
        columns = columns == null ? ImmutableList.of() : ImmutableList.copyOf(columns);
        indicators = indicators == null ? ImmutableList.of() : ImmutableList.copyOf(indicators);
        regionsLeftOut = regionsLeftOut == null ? ImmutableList.of() : ImmutableList.copyOf(regionsLeftOut);
        totals = totals == null ? ImmutableMap.of() : ImmutableMap.copyOf(totals);
        missing = missing == null ? ImmutableMap.of() : ImmutableMap.copyOf(missing);
        questions = questions == null ? ImmutableList.of() : ImmutableList.copyOf(questions);
    }

    /** Returns this with more questions, as far as it does not have them. */
    TableMapping withQuestions(List<String> more) {
        if (questions.containsAll(more)) {
            return this;
        }
        return new TableMapping(
                charset,
                delimiter,
                decimal,
                sheet,
                headRow,
                headRows,
                lastRow,
                columns,
                indicator,
                period,
                datesAs,
                yearsFrom,
                yearsNamedBy,
                level,
                levels,
                whole,
                indicators,
                units,
                regionsLeftOut,
                totals,
                missing,
                Stream.concat(questions.stream(), more.stream()).distinct().toList());
    }

    /** The calendar year after which a fiscal year is called. */
    public enum NamedYear {
        /** The one in which it begins, as in Japan. */
        START,
        /** The one in which it ends, as in the United States. */
        END
    }

    /** What a column holds. */
    public enum Role {
        /** The code or the name of a region; of several such columns each is within the one before. */
        REGION,
        /** The name of the region whose code the column before or behind it holds. */
        REGION_NAME,
        /** The period. */
        PERIOD,
        /** The code or name of an indicator. */
        INDICATOR,
        /** The name of the indicator whose code another column holds. */
        INDICATOR_NAME,
        /** The unit of the value, which is converted where it is another than the indicator's. */
        UNIT,
        /** What the value is a multiple of: an exponent of ten, a factor such as 1000, or a word such as millions. */
        MULTIPLIER,
        /** The status of the value. */
        STATUS,
        /** How the value relates to the true one: {@code BELOW}, {@code ABOVE}, {@code ABOUT}, {@code AT_LEAST}, {@code AT_MOST}. */
        QUALIFIER,
        /** A member of an extra dimension. */
        DIMENSION,
        /** A value, of the indicator, period or region that the column's head names. */
        VALUE,
        /** Nothing that is read. */
        IGNORED
    }

    /**
     * A column.
     *
     * @param name its head
     * @param role what it holds
     * @param indicator the id of the indicator of all its values; null where another column says it
     * @param period the period of all its values, or the part of the year that another column says, such as Jan; null where another
     *     column says it
     * @param region the code or name of the region of all its values; null where another column says it
     * @param dimension the name of the dimension that it holds
     * @param unit the unit of all its values, where it is another than that of the indicator; null where it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            String name,
            Role role,
            @Nullable String indicator,
            @Nullable String period,
            @Nullable String region,
            @Nullable String dimension,
            @Nullable String unit) {
        static Column of(String name, Role role) {
            return new Column(name, role, null, null, null, null, null);
        }
    }

    /**
     * An indicator of the table.
     *
     * @param text its code or name as the table has it
     * @param id its id in the catalogue
     * @param name its name
     * @param unit the unit in which the table prints it, as far as neither a column of units nor the head of a column says another
     * @param decimals how many decimals it needs in the base unit; null if it needs more than nine, and is kept as doubles
     * @param kind how its values combine
     * @param yearToDate whether its values of months and quarters are sums from January on; null for false
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportedIndicator(
            String text,
            String id,
            String name,
            String unit,
            @Nullable Integer decimals,
            IndicatorKind kind,
            @Nullable Boolean yearToDate) {}
}
