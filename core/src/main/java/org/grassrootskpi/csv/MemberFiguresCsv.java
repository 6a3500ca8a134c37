package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.score.MemberFigures;
import org.grassrootskpi.score.ScoreItem;
import org.grassrootskpi.score.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of members from CSV in UTF-8: a row for each member, with the columns {@code member}, {@code group} (optional), and one
 * for each indicator and adjustment of a scorecard, by its id.
 *
 * <p>A field is a number in the unit of the item ({@code 95.65}), read as rounded to its last digit unless it is a count; a figure as reports
 * print it ({@code 近95}, {@code 超60%}); empty where the figure is missing; or {@code NA: reason} where the item does not apply. Reading is
 * strict: every problem with file, line and column, or all figures.
 */
public final class MemberFiguresCsv {
    private static final String MEMBER = "member";
    private static final String GROUP = "group";
    private static final Pattern NOT_APPLICABLE = Pattern.compile("NA[:：]\\s*(.*)");
    private static final int BUFFER = 1 << 16;
    private static final CsvProgress SILENT = (rows, bytes) -> {};

    /**
     * What a file holds.
     *
     * @param figures the figures
     * @param groups the group of each member that has one
     */
    public record Table(MemberFigures figures, ImmutableMap<String, String> groups) {}

    private final CsvRecords records;
    private final CsvProblems problems;
    private final Map<String, Optional<Unit>> units = new LinkedHashMap<>();
    private final MemberFigures.Builder figures = MemberFigures.builder();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Set<String> members = new LinkedHashSet<>();

    private MemberFiguresCsv(CsvRecords records, CsvProblems problems, Scorecard card) {
        this.records = records;
        this.problems = problems;
        addUnits(card.items());
        card.adjustments().forEach(adjustment -> units.put(adjustment.id(), Optional.empty()));
    }

    private void addUnits(List<ScoreItem> items) {
        for (ScoreItem item : items) {
            if (item.isGroup()) {
                addUnits(item.parts());
            } else {
                units.put(item.id(), item.unit());
            }
        }
    }

    /**
     * Reads a table.
     *
     * @param name the name that problems shall give it
     * @param source the source
     * @param card the scorecard whose items its columns are
     * @return the figures of all members
     * @throws CsvException if anything in it is wrong
     * @throws IOException if it cannot be read
     */
    public static Table read(String name, ByteSource source, Scorecard card) throws IOException {
        CsvProblems problems = new CsvProblems(name);
        try (InputStream in = source.openStream()) {
            CsvRecords records = new CsvRecords(in, BUFFER, SILENT);
            MemberFiguresCsv reader = new MemberFiguresCsv(records, problems, card);
            Optional<String> foreign = records.foreign();
            if (foreign.isPresent()) {
                problems.add(Reason.ENCODING, 1, 1, foreign::get);
            } else {
                reader.run();
            }
            if (problems.count() > 0) {
                throw new CsvException(problems.described(), problems.count());
            }
            return new Table(reader.figures.build(), ImmutableMap.copyOf(reader.groups));
        }
    }

    private void run() throws IOException {
        if (!nextRecord()) {
            if (problems.count() == 0) {
                problems.add(Reason.NO_HEADER, 1, 1, () -> "Expected a header with the column member, got nothing");
            }
            return;
        }
        List<@Nullable String> header = header();
        while (nextRecord()) {
            if (records.fields() != header.size()) {
                int fields = records.fields();
                problems.add(
                        Reason.FIELD_COUNT,
                        records.line(),
                        1,
                        () -> "Expected " + header.size() + " fields as in the header, got " + fields);
            } else {
                row(header);
            }
        }
    }

    private boolean nextRecord() throws IOException {
        CsvRecords.Found found = records.next();
        if (found == CsvRecords.Found.BAD_QUOTES) {
            int[] at = records.faultAt();
            problems.add(Reason.QUOTES, at[0], at[1], () -> "Expected closed quotes around the whole field");
        } else if (found == CsvRecords.Found.TOO_LONG) {
            problems.add(Reason.TOO_LONG, records.line(), 1, () -> "Expected a shorter line");
        }
        return found == CsvRecords.Found.RECORD;
    }

    /** Returns the columns' names; null for one that is refused. */
    private List<@Nullable String> header() {
        List<@Nullable String> header = new ArrayList<>();
        List<String> known = new ArrayList<>(List.of(MEMBER, GROUP));
        known.addAll(units.keySet());
        for (int i = 0; i < records.fields(); i++) {
            int[] at = records.place(i);
            String name = CsvText.of(records, i, problems).orElse("").strip();
            if (!known.contains(name)) {
                problems.add(
                        Reason.UNKNOWN_COLUMN,
                        at[0],
                        at[1],
                        () -> problems.unknown("column", name, known) + "; expected any of "
                                + String.join(", ", known));
            } else if (header.contains(name)) {
                problems.add(Reason.REPEATED_COLUMN, at[0], at[1], () -> "Expected the column '" + name + "' once");
            }
            header.add(known.contains(name) ? name : null);
        }
        if (!header.contains(MEMBER)) {
            problems.add(Reason.MISSING_COLUMN, 1, 1, () -> "Expected the column " + MEMBER + ", which names the row");
        }
        return header;
    }

    private void row(List<@Nullable String> header) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            Optional<String> text = CsvText.of(records, i, problems);
            if (column != null && text.isPresent()) {
                fields.put(column, text.get().strip());
            }
        }
        String member = fields.getOrDefault(MEMBER, "");
        if (member.isEmpty() || !members.add(member)) {
            problems.add(
                    member.isEmpty() ? Reason.NO_VALUE : Reason.DUPLICATE,
                    records.line(),
                    1,
                    () -> member.isEmpty()
                            ? "Expected the name of a member"
                            : "There is a row of '" + member + "' already");
            return;
        }
        figures.member(member);
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            String text = column == null ? "" : fields.getOrDefault(column, "");
            if (column != null && column.equals(GROUP) && !text.isEmpty()) {
                groups.put(member, text);
            } else if (column != null && units.containsKey(column)) {
                figure(member, column, text, i);
            }
        }
    }

    private void figure(String member, String item, String text, int field) {
        Matcher notApplicable = NOT_APPLICABLE.matcher(text);
        int[] at = records.place(field);
        if (text.isEmpty()) {
            figures.missing(member, item);
        } else if (notApplicable.matches()) {
            String reason = notApplicable.group(1).strip();
            if (reason.isEmpty()) {
                problems.add(
                        Reason.NO_VALUE,
                        at[0],
                        at[1],
                        () -> "Expected the reason why '" + item + "' does not apply, as in NA: no farmland");
            } else {
                figures.notApplicable(member, item, reason);
            }
        } else {
            try {
                figures.put(member, item, figure(text, units.getOrDefault(item, Optional.empty())));
            } catch (QuantityFormatException e) {
                problems.add(Reason.BAD_VALUE, at[0], at[1], () -> String.valueOf(e.getMessage()));
            }
        }
    }

    /** A bare number is in the unit of the item. */
    private static Quantity figure(String text, Optional<Unit> unit) {
        Quantity figure = Quantity.parse(text);
        return unit.isPresent() && figure.unit().isBareNumber() && !unit.get().isBareNumber()
                ? Quantity.parse(text + unit.get())
                : figure;
    }
}
