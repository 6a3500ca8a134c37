package org.grassrootskpi.tables;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** The heads of columns, of one or several rows, and what they name. */
final class Heads {
    /** Stands between the rows of a head. */
    static final String BETWEEN = " / ";

    /** Stands between the code, the name and the unit of an indicator in heads of the German offices. */
    private static final String JOINED = "__";

    private static final Pattern UNIT =
            Pattern.compile("\\s*[(（\\[]\\s*(?:单位[:：]\\s*)?([^()（）\\[\\]]+?)\\s*[)）\\]]\\s*$");
    private static final Pattern UNIT_OF_THE_TABLE = Pattern.compile("(?:计量)?单位\\s*[:：]\\s*([^\\s;；,，)）]+)");
    private static final Pattern YEAR_BEFORE =
            Pattern.compile("((?:19|20)\\d\\d年(?:\\d{1,2}(?:[-—~至]\\d{1,2})?月|[上下]半年|第?[一二三四1-4]季度)?)\\s*(\\S.*)");
    private static final Pattern YEAR_BEHIND = Pattern.compile(
            "(.*\\S)[ _-]+((?:FY ?)?(?:19|20)\\d\\d(?:[-Mm]?\\d\\d|[-Qq]\\d)?)|(.*[)）\\]])((?:19|20)\\d\\d年?)");

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)年?");

    private Heads() {}

    /** Returns the head of a column of regions as the code of a level; empty where it has too few Latin letters. */
    static String levelCode(String head) {
        String code = head.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("(?<![A-Z0-9])(?:NAME|CODE|NEW|OLD|ID)(?![A-Z0-9])", "")
                .replaceAll("_{2,}", "_")
                .replaceAll("^_+|_+$", "");
        boolean isLatin = head.codePoints().allMatch(c -> c <= 0x24f || !Character.isLetter(c));
        return isLatin && code.matches(Catalog.ID_FORM) ? code : "";
    }

    /** Returns the heads of all columns: what stands in several rows is joined, and a merged cell fills those beside it. */
    static List<String> of(Grid grid, int headRow, int firstRow) {
        int width = grid.width();
        boolean isLabelled = isLabelled(grid, headRow, firstRow);
        List<String> heads = new ArrayList<>();
        String[] filled = new String[firstRow - headRow];
        for (int column = 0; column < width; column++) {
            StringBuilder head = new StringBuilder();
            String last = "";
            String unit = "";
            for (int row = headRow; row < firstRow; row++) {
                String label = isLabelled ? Words.headRow(grid.cell(row, 0)).orElse("NAME") : "NAME";
                if (label.equals("UNIT") && column > 0) {
                    unit = grid.cell(row, column).strip();
                }
                if (!label.equals("NAME")) {
                    continue;
                }
                String cell = grid.cell(row, column).replaceAll("\\s+", " ");
                int level = row - headRow;
                boolean isMerged = cell.isEmpty()
                        && row + 1 < firstRow
                        && filled[level] != null
                        && isFilledBelow(grid, row, firstRow, column);
                if (!cell.isEmpty() || !isMerged) {
                    filled[level] = cell.isEmpty() ? null : cell;
                }
                String part = isMerged ? filled[level] : cell;
                // A cell that comes again below itself was merged once.
                boolean isSaid = part != null && row > headRow && !isMerged && part.equals(last);
                last = part == null || part.isEmpty() ? last : part;
                if (part != null && !part.isEmpty() && !isSaid) {
                    head.append(head.isEmpty() ? "" : BETWEEN).append(part);
                }
            }
            head.append(unit.isEmpty() ? "" : " (" + unit + ")");
            heads.add(distinct(head.isEmpty() ? unnamed(column) : head.toString(), heads));
        }
        return heads;
    }

    /** Returns what a column is called that has no head. */
    static String unnamed(int column) {
        return "column " + (column + 1);
    }

    /** Returns whether the first cells of rows say what each is about, such as the title, unit or source of the columns. */
    static boolean isLabelled(Grid grid, int headRow, int firstRow) {
        int labels = 0;
        for (int row = headRow; row < firstRow; row++) {
            labels += Words.headRow(grid.cell(row, 0)).isPresent() ? 1 : 0;
        }
        return labels > 1;
    }

    private static boolean isFilledBelow(Grid grid, int row, int firstRow, int column) {
        for (int below = row + 1; below < firstRow; below++) {
            if (!grid.cell(below, column).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String distinct(String head, List<String> others) {
        String distinct = head;
        for (int number = 2; others.contains(distinct); number++) {
            distinct = head + " " + number;
        }
        return distinct;
    }

    /**
     * What a head names.
     *
     * @param period a period
     * @param spelled the period as it is written
     * @param partOfYear a part of a year, such as Jan, whose year another column says
     * @param region a region of the catalogue
     * @param rest what is left: the name of an indicator, with its unit
     */
    record Parts(
            Optional<TimePeriod> period,
            Optional<String> spelled,
            Optional<String> partOfYear,
            Optional<String> region,
            String rest) {
        /** Returns the period as a mapping keeps it. */
        Optional<String> kept() {
            return period.map(of -> spelled.map(text -> Periods.kept(text, of)).orElse(of.toString()))
                    .or(() -> partOfYear);
        }
    }

    /**
     * Parts a head.
     *
     * @param year the year of the table, for months and quarters that name none
     */
    static Parts parts(String head, KnownRegions known, OptionalInt year) {
        return parts(head, known, year, false);
    }

    /** Parts a head of a table whose rows have a year each: months and quarters in heads are parts of these. */
    static Parts besideYears(String head, KnownRegions known) {
        return parts(head, known, OptionalInt.empty(), true);
    }

    private static Parts parts(String head, KnownRegions known, OptionalInt year, boolean isBesideYears) {
        Optional<TimePeriod> period = Optional.empty();
        Optional<String> spelled = Optional.empty();
        Optional<String> ofYear = Optional.empty();
        Optional<String> region = Optional.empty();
        List<String> rest = new ArrayList<>();
        for (String part : Splitter.on(BETWEEN).split(head.replace(JOINED, BETWEEN))) {
            Optional<TimePeriod> whole = Periods.read(part, false);
            Matcher before = YEAR_BEFORE.matcher(part);
            Matcher behind = YEAR_BEHIND.matcher(part);
            if (period.isEmpty() && whole.isPresent()) {
                period = whole;
                spelled = Optional.of(part);
            } else if (region.isEmpty() && known.find(part).isPresent()) {
                region = Optional.of(part);
            } else if (ofYear.isEmpty() && YearParts.is(part)) {
                ofYear = Optional.of(part);
            } else if (period.isEmpty()
                    && before.matches()
                    && Periods.read(before.group(1), false).isPresent()) {
                period = Periods.read(before.group(1), false);
                spelled = Optional.of(before.group(1));
                rest.add(before.group(2));
            } else if (period.isEmpty()
                    && behind.matches()
                    && Periods.read(group(behind, 2), false).isPresent()) {
                period = Periods.read(group(behind, 2), false);
                spelled = Optional.of(group(behind, 2));
                rest.add(group(behind, 1));
            } else {
                rest.add(part);
            }
        }
        OptionalInt of = period.filter(whole -> whole.frequency() == Frequency.ANNUAL)
                .map(whole -> OptionalInt.of(whole.firstDay().getYear()))
                .orElse(period.isEmpty() ? year : OptionalInt.empty());
        if (ofYear.isPresent() && of.isPresent()) {
            period = YearParts.read(of.getAsInt(), ofYear.get(), false);
            spelled = Optional.empty();
            ofYear = Optional.empty();
        } else if (!isBesideYears || period.isPresent()) {
            ofYear.ifPresent(rest::add);
            ofYear = Optional.empty();
        }
        return new Parts(period, spelled, ofYear, region, withUnitInBrackets(rest));
    }

    /** Returns a group of {@link #YEAR_BEHIND}, of the form with signs before the year or of the one with a bracket. */
    private static String group(Matcher behind, int group) {
        return String.valueOf(behind.group(behind.group(1) == null ? group + 2 : group));
    }

    /** Joins the parts of a name; a last one that is a unit, as in a row of units below the names, is put in brackets. */
    private static String withUnitInBrackets(List<String> parts) {
        int last = parts.size() - 1;
        boolean isUnit = last > 0 && UnitWords.isUnit(parts.get(last));
        String name =
                String.join(BETWEEN, isUnit ? parts.subList(0, last) : parts).strip();
        return isUnit ? name + " (" + parts.get(last) + ")" : name;
    }

    /** Returns the parts of a head, and the years and times that stand in front of or behind names in it. */
    static Stream<String> partsOf(String head) {
        return Splitter.on(BETWEEN).splitToStream(head).flatMap(part -> {
            Matcher behind = YEAR_BEHIND.matcher(part);
            return behind.matches() ? Stream.of(part, group(behind, 2)) : Stream.of(part);
        });
    }

    static Optional<TimePeriod> period(String head, OptionalInt year) {
        return parts(head, KnownRegions.NONE, year).period();
    }

    /** Returns a head without a year that stands in it: flag of {@code 2020 flag}. */
    static String withoutYear(String head) {
        return YEAR.matcher(head).replaceAll("").strip();
    }

    /** Returns the unit in brackets at the end of a name, such as 亿元 of 地区生产总值（亿元）. */
    static Optional<String> unit(String name) {
        Matcher unit = UNIT.matcher(name);
        return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
    }

    /** Returns a name without the unit in brackets at its end. */
    static String withoutUnit(String name) {
        String without = UNIT.matcher(name).replaceAll("");
        return UNIT_OF_THE_TABLE.matcher(without).replaceAll("").strip();
    }

    /** Returns the unit that a line above a table says, such as 单位：万元. */
    static Optional<String> unitOfTheTable(String title) {
        Matcher unit = UNIT_OF_THE_TABLE.matcher(title);
        if (!unit.find()) {
            return Optional.empty();
        }
        // Of 亿元、% the columns in percent say so themselves.
        List<String> units = Splitter.on('、').splitToList(unit.group(1)).stream()
                .filter(each -> !each.matches("[%％]"))
                .toList();
        return Optional.of(units.size() == 1 ? units.get(0) : unit.group(1));
    }
}
