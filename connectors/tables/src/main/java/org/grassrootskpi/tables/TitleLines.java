package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above the head of a table, and the name of its file.
 *
 * @param lines a text for each row
 * @param file the name of the file
 */
record TitleLines(ImmutableList<String> lines, String file) {
    private static final int LONGEST_NAME = 120;
    private static final Pattern KEY = Pattern.compile("([^:：]{1,20}?)(?:[:：]| - )\\s*(\\S.*)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern PERIOD =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?:年(?:\\d{1,2}(?:[-—至]\\d{1,2})?月)?)?(?!\\d)");
    private static final Pattern YEAR_IN_BRACKETS = Pattern.compile("[（(](?:19|20)\\d\\d年?(?:度|末)?[)）]$");

    static TitleLines of(Grid grid, int headRow) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < headRow; row++) {
            String line = String.join(" ", grid.row(row)).strip();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return new TitleLines(ImmutableList.copyOf(lines), grid.name());
    }

    /** Returns all lines as one text, if there are any. */
    Optional<String> text() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** Returns the first period that is named, such as {@code 2024年1-9月}, as it is written. */
    Optional<String> period() {
        Matcher period = PERIOD.matcher(text().orElse("") + " " + file);
        return period.find() ? Optional.of(period.group()) : Optional.empty();
    }

    /** Returns the year, if a single one is named. */
    OptionalInt year() {
        Set<Integer> years = new LinkedHashSet<>();
        Matcher year = YEAR.matcher(text().orElse("") + " " + file);
        while (year.find()) {
            years.add(Integer.valueOf(year.group(1)));
        }
        return years.size() == 1 ? OptionalInt.of(years.iterator().next()) : OptionalInt.empty();
    }

    /** Returns what the values of a table are whose columns do not say it: the line that names an indicator, the title, or the file. */
    String indicator() {
        String text = named().or(() -> lines.stream()
                        .filter(line -> !isAbout(line, "SKIP"))
                        .findFirst()
                        .map(line -> YEAR_IN_BRACKETS.matcher(line).replaceFirst("")))
                .map(Heads::withoutUnit)
                .filter(words -> words.length() <= LONGEST_NAME)
                .orElseGet(() -> file.replaceFirst("\\.[A-Za-z]+$", ""));
        return text.isBlank() ? "value" : text.strip();
    }

    /** Returns the same with its unit, or that of the table, in brackets. */
    String indicatorWithUnit() {
        return indicator()
                + unitOfIndicator()
                        .or(this::unit)
                        .map(unit -> " (" + unit + ")")
                        .orElse("");
    }

    /** Returns the unit in brackets behind the name of an indicator. */
    Optional<String> unitOfIndicator() {
        return named().flatMap(Heads::unit);
    }

    /** Returns the unit of the table: behind a word for it, or in brackets at the end of a line, such as (₹ in crore). */
    Optional<String> unit() {
        return text().flatMap(Heads::unitOfTheTable)
                .or(() -> lines.stream()
                        .flatMap(line -> Heads.unit(line).stream())
                        .filter(unit -> UnitWords.read(unit).isPresent())
                        .findFirst());
    }

    private Optional<String> named() {
        return lines.stream().filter(line -> isAbout(line, "NAME")).findFirst().map(line -> {
            Matcher key = KEY.matcher(line);
            return key.matches() ? key.group(2).strip() : line;
        });
    }

    private static boolean isAbout(String line, String what) {
        Matcher key = KEY.matcher(line);
        return key.matches()
                && Words.titleLine(key.group(1)).filter(what::equals).isPresent();
    }
}
