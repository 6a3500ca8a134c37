package org.grassrootskpi.update;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.table.CsvCells;

/**
 * The table in which a person says yes or no to each entry of an update: a row an entry, with what is proposed, the sentence,
 * its place, why, and the question. The column {@code decision} is empty at first, and it alone is read back; a row whose
 * decision is empty is not accepted. Further columns are the reader's own. Immutable.
 */
public final class ReviewTable {
    private static final ImmutableList<LocalizedText> HEAD = ImmutableList.of(
            LocalizedText.of("编号", "row"),
            LocalizedText.of("决定", "decision"),
            LocalizedText.of("类别", "kind"),
            LocalizedText.of("名称", "name"),
            LocalizedText.of("拟登记", "proposal"),
            LocalizedText.of("待核实", "question"),
            LocalizedText.of("原句", "sentence"),
            LocalizedText.of("位置", "place"),
            LocalizedText.of("依据", "why"));
    private static final int ROW = 0;
    private static final int DECISION = 1;
    private static final int PROPOSAL = 4;
    private static final ImmutableSet<String> YES = ImmutableSet.of("yes", "y", "是");
    private static final ImmutableSet<String> NO = ImmutableSet.of("no", "n", "否");
    private static final int LISTED = 5;

    private final CatalogUpdate update;
    private final Language language;

    private ReviewTable(CatalogUpdate update, Language language) {
        this.update = update;
        this.language = language;
    }

    /**
     * Decisions of a person.
     *
     * @param accepted the ids of entries with yes
     * @param rejected the ids of entries with no
     * @param open the ids of entries without a decision, which are not accepted
     */
    public record Decisions(ImmutableSet<String> accepted, ImmutableSet<String> rejected, ImmutableSet<String> open) {}

    /**
     * Returns the table of an update.
     *
     * @param update the update
     * @param language the language of the heads, names and texts
     * @return a row for each entry, in its order
     */
    public static ReviewTable of(CatalogUpdate update, Language language) {
        return new ReviewTable(update, language);
    }

    /**
     * Returns the heads of the columns.
     *
     * @return {@code row}, {@code decision} and others
     */
    public ImmutableList<String> head() {
        return HEAD.stream().map(this::text).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the rows, without decisions.
     *
     * @return cells without tabs and line breaks, as many as the head has; one that a spreadsheet would run is behind an
     *     apostrophe
     */
    public ImmutableList<ImmutableList<String>> rows() {
        return update.entries().stream().map(this::row).collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<String> row(UpdateEntry entry) {
        TextPlace place = entry.place();
        boolean zh = language.isChinese();
        List<String> cells = List.of(
                entry.id(),
                "",
                zh ? text(UpdateTexts.of(entry.kind().name())) : entry.kind().name(),
                entry.name().in(language),
                entry.proposal(),
                entry.question().map(this::text).orElse(""),
                place.sentence(),
                place.section() + (zh ? " 第" + place.line() + "行" : " line " + place.line()),
                text(entry.why()));
        return cells.stream()
                .map(cell -> CsvCells.GUARDED.of(cell.replaceAll("[\\s\\p{Cntrl}]+", " ")))
                .collect(ImmutableList.toImmutableList());
    }

    private String text(LocalizedText of) {
        return of.in(language.ofWords());
    }

    /**
     * Returns the table as a text: fields between tabs, lines ended by line feeds, the head first.
     *
     * @return tab-separated values, to be written in UTF-8
     */
    public String toTsv() {
        StringBuilder text = new StringBuilder();
        Joiner line = Joiner.on('\t');
        line.appendTo(text, head()).append('\n');
        rows().forEach(row -> line.appendTo(text, row).append('\n'));
        return text.toString();
    }

    /**
     * Reads decisions back from a text.
     *
     * @param file the name that problems shall give it
     * @param text the table between tabs, commas or semicolons, as an editor or a spreadsheet saves it
     * @return the decisions
     * @throws ReviewException if the table is not that of this update, or a decision is neither yes, no nor nothing
     */
    public Decisions read(String file, String text) {
        return read(file, DelimitedText.rows(text));
    }

    /**
     * Reads decisions back from the rows of a sheet.
     *
     * @param file the name that problems shall give it
     * @param rows the head and the rows below it, in any order; empty ones are passed over
     * @return the decisions
     * @throws ReviewException if the table is not that of this update, or a decision is neither yes, no nor nothing
     */
    public Decisions read(String file, List<? extends List<String>> rows) {
        return new Reader(file).read(rows);
    }

    private final class Reader {
        private final String file;
        private final List<String> problems = new ArrayList<>();
        private final Map<String, UpdateEntry> entries = new LinkedHashMap<>();
        private final Map<String, Integer> seen = new LinkedHashMap<>();
        private final Map<String, Integer> keys = new HashMap<>();
        private final Set<String> accepted = new LinkedHashSet<>();
        private final Set<String> rejected = new LinkedHashSet<>();
        private final Set<String> open = new LinkedHashSet<>();

        Reader(String file) {
            this.file = file;
            update.entries().forEach(entry -> entries.put(entry.id(), entry));
        }

        Decisions read(List<? extends List<String>> rows) {
            int first = 0;
            while (first < rows.size() && isEmpty(rows.get(first))) {
                first++;
            }
            if (first == rows.size()) {
                throw new ReviewException(
                        List.of(file + ": expected the review table of this report, got an empty one"));
            }
            int[] columns = columns(rows.get(first), first + 1);
            for (int i = first + 1; i < rows.size(); i++) {
                if (!isEmpty(rows.get(i))) {
                    row(rows.get(i), columns, i + 1);
                }
            }
            missing();
            if (!problems.isEmpty()) {
                throw new ReviewException(problems);
            }
            return new Decisions(
                    ImmutableSet.copyOf(accepted), ImmutableSet.copyOf(rejected), ImmutableSet.copyOf(open));
        }

        private static boolean isEmpty(List<String> row) {
            return row.stream().allMatch(String::isBlank);
        }

        private int[] columns(List<String> head, int line) {
            int[] columns = new int[PROPOSAL + 1];
            for (int column : new int[] {ROW, DECISION, PROPOSAL}) {
                LocalizedText name = HEAD.get(column);
                columns[column] = -1;
                for (int i = 0; i < head.size(); i++) {
                    String cell = plain(head.get(i)).toLowerCase(Locale.ROOT);
                    if (cell.equals(name.en()) || cell.equals(name.zh())) {
                        columns[column] = i;
                    }
                }
                if (columns[column] < 0) {
                    problems.add(file + ":" + line + ": expected a column '" + name.en() + "' (" + name.zh()
                            + ") in the first row, got " + String.join(", ", head));
                }
            }
            if (!problems.isEmpty()) {
                throw new ReviewException(problems);
            }
            return columns;
        }

        private void row(List<String> row, int[] columns, int line) {
            String id = plain(cell(row, columns[ROW]));
            UpdateEntry entry = entries.get(id);
            if (entry == null) {
                problems.add(file + ":" + line + ": "
                        + new UnknownIdException("row", id, entries.keySet()).getMessage()
                        + "; this table is of another report, or the row was renamed: write the table anew");
                return;
            }
            Integer before = seen.putIfAbsent(id, line);
            if (before != null) {
                problems.add(
                        file + ":" + line + ": row '" + id + "' is in line " + before + " already: delete one of them");
                return;
            }
            String proposal = cell(row, columns[PROPOSAL]);
            if (!plain(proposal).equals(plain(entry.proposal()))) {
                problems.add(
                        file + ":" + line + ": the proposal of row '" + id + "' was changed from '"
                                + entry.proposal() + "' to '" + proposal
                                + "': only decisions are read; say no, and write the other value into a catalogue file by hand");
                return;
            }
            decide(entry, plain(cell(row, columns[DECISION])).toLowerCase(Locale.ROOT), line);
        }

        private void decide(UpdateEntry entry, String decision, int line) {
            if (YES.contains(decision)) {
                String key = entry.observation().map(Observation::key).orElse(entry.id());
                Integer other = keys.putIfAbsent(key, line);
                if (other != null) {
                    problems.add(file + ":" + line + ": row '" + entry.id() + "' and the one in line " + other
                            + " are both a value of " + key + ": say yes to one of them");
                }
                accepted.add(entry.id());
            } else if (NO.contains(decision)) {
                rejected.add(entry.id());
            } else if (decision.isEmpty()) {
                open.add(entry.id());
            } else {
                problems.add(file + ":" + line + ": expected the decision yes (是), no (否) or nothing, got '" + decision
                        + "' for row '" + entry.id() + "'");
            }
        }

        private void missing() {
            List<String> missing = entries.keySet().stream()
                    .filter(id -> !seen.containsKey(id))
                    .toList();
            if (!missing.isEmpty() && problems.isEmpty()) {
                problems.add(file + ": " + missing.size() + " of " + entries.size() + " rows are missing: "
                        + String.join(", ", missing.subList(0, Math.min(LISTED, missing.size())))
                        + (missing.size() > LISTED ? " …" : "")
                        + "; put them back with the decision no, or write the table anew");
            }
        }

        private static String cell(List<String> row, int column) {
            return column < row.size() ? row.get(column) : "";
        }

        /** A cell without what spreadsheets change. */
        private static String plain(String cell) {
            String text = cell.strip().replaceAll("\\s+", " ");
            return text.startsWith("'") ? text.substring(1) : text;
        }
    }
}
