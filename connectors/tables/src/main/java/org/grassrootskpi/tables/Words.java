package org.grassrootskpi.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.tables.TableMapping.Role;
import org.grassrootskpi.text.DefinitionLines;

/** What the words of statistical tables mean, from the file {@code words.tsv}. */
final class Words {
    private static final ImmutableMap<String, ImmutableMap<String, String>> LISTS = read();
    /** More letters than flags of one value have: persons is no p, e, r, s, o and n. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");

    private static final char LAST_OF_ASCII = 127;

    /** Shorter words are no beginnings of others, as pop is none of popular. */
    private static final int LEAST_LETTERS_OF_A_STEM = 4;

    private static final Pattern BLANK_OR_COLON = Pattern.compile("[\\s:：]");
    private static final ImmutableList<String> SUMS = ImmutableList.of("合计", "小计", "总计", "合計", "小計", "總計");
    private static final int LONGEST_LEVEL =
            list("level").keySet().stream().mapToInt(String::length).max().orElse(0);
    private static final String LAST_OF_LEVELS = list("level").keySet().stream()
            .map(word -> word.substring(word.length() - 1))
            .distinct()
            .collect(Collectors.joining());
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");
    private static final Pattern AND =
            Pattern.compile("\\s+(?:e|y|and|or|et|ou|und|oder|och|og|en)\\s+|,\\s*|\\s*/\\s*");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    private static ImmutableMap<String, ImmutableMap<String, String>> read() {
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(Words.class.getResourceAsStream("words.tsv"), "words.tsv")) {
            lists.computeIfAbsent(line.field(0, "the list"), any -> new LinkedHashMap<>())
                    .put(lower(line.field(1, "the text")), line.field(2, "the meaning"));
        }
        ImmutableMap.Builder<String, ImmutableMap<String, String>> all = ImmutableMap.builder();
        lists.forEach((name, words) -> all.put(name, ImmutableMap.copyOf(words)));
        return all.buildOrThrow();
    }

    private static ImmutableMap<String, String> list(String name) {
        return Objects.requireNonNull(LISTS.get(name));
    }

    /** Returns the numbers that the words of a list stand for, longer words first. */
    static ImmutableMap<String, Integer> numbers(String list) {
        return list(list).entrySet().stream()
                .sorted(Comparator.comparing(word -> -word.getKey().length()))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, word -> Integer.valueOf(word.getValue())));
    }

    /** Returns a text in small letters of usual width. */
    static String lower(String text) {
        boolean isAscii = true;
        for (int i = 0; i < text.length() && isAscii; i++) {
            isAscii = text.charAt(i) <= LAST_OF_ASCII;
        }
        String usual = isAscii ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return usual.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the role of a column by its head. */
    static Optional<Role> role(String head) {
        String word = letters(head);
        return Optional.ofNullable(list("role").get(word))
                .or(() -> roleOfCodes(head))
                // The second column of flags, and so on: one beside each value.
                .or(() -> Optional.ofNullable(list("role").get(word.replaceFirst("\\d+$", "")))
                        .filter("STATUS"::equals))
                .or(() -> roleOfParts(head))
                .or(() -> word.matches("indic.{0,4}") ? Optional.of("INDICATOR") : Optional.empty())
                .map(Role::valueOf);
    }

    private static String letters(String text) {
        return lower(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Returns the role of a column of codes, by its head without the word for codes: of periods and units other columns say more. */
    private static Optional<String> roleOfCodes(String head) {
        List<String> words =
                new ArrayList<>(Splitter.on(NO_LETTERS).omitEmptyStrings().splitToList(lower(head)));
        boolean hasWord = words.size() > 1 && words.removeIf(list("codeword")::containsKey);
        return hasWord
                ? Optional.ofNullable(list("role").get(String.join("", words)))
                        .map(role -> role.equals("PERIOD") || role.equals("UNIT") ? "IGNORED" : role)
                        .filter(role -> !role.equals("VALUE"))
                : Optional.empty();
    }

    /** Returns the role of a column of several kinds of regions, such as Brasil e Unidade da Federação. */
    private static Optional<String> roleOfParts(String head) {
        List<String> parts = AND.splitAsStream(lower(head)).toList();
        boolean areRegions = parts.size() > 1
                && parts.stream().allMatch(part -> isRegion(part) || Nations.isName(part))
                && parts.stream().anyMatch(Words::isRegion);
        return areRegions ? Optional.of("REGION") : Optional.empty();
    }

    private static boolean isRegion(String head) {
        return "REGION".equals(list("role").get(letters(head)));
    }

    /** Returns whether the head of a column says that it has codes, as {@code Statistik_Code} does. */
    static boolean saysCodes(String head) {
        List<String> words = Splitter.on(NO_LETTERS).omitEmptyStrings().splitToList(lower(head));
        return words.size() > 1 && words.stream().anyMatch(list("codeword")::containsKey);
    }

    /** Returns whether the head of a column says that it has an end of an interval around the value beside it. */
    static boolean isEndOfInterval(String head) {
        return list("interval").containsKey(letters(head));
    }

    /**
     * Returns the number of the part whose name a column has, such as 1 of {@code 1_Merkmal_Label} and {@code Dim1 type}.
     *
     * @param list naming for columns that have the name, named for those that have the part
     */
    static Optional<String> numbered(String head, String list) {
        String number = lower(head).replaceAll("\\D", "");
        return number.length() == 1 && list(list).containsKey(letters(head).replaceAll("\\d", ""))
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Returns why a cell has no value; empty where the text is no token of that kind. */
    static Optional<ObservationStatus> missing(String cell) {
        return Optional.ofNullable(list("missing").get(lower(cell))).map(ObservationStatus::valueOf);
    }

    /** Returns the worst of the statuses that one or several flags stand for, such as {@code bu}; empty if one is unknown. */
    static Optional<ObservationStatus> flags(String flags) {
        String word = list("flag").get(lower(flags));
        if (word != null) {
            return Optional.of(ObservationStatus.valueOf(word));
        }
        if (WORD.matcher(flags).find()) {
            return Optional.empty();
        }
        ObservationStatus worst = ObservationStatus.NORMAL;
        for (int character :
                lower(flags).replaceAll("[\\s()\\[\\],]", "").codePoints().toArray()) {
            String status = list("flag").get(Character.toString(character));
            if (status == null) {
                return Optional.empty();
            }
            worst = worst.worst(ObservationStatus.valueOf(status));
        }
        return Optional.of(worst);
    }

    /** Returns whether the name of an indicator says that its values are sums from January on. */
    static boolean isYearToDate(String name) {
        return list("yeartodate").keySet().stream().anyMatch(lower(name)::contains);
    }

    /** Returns a name without the words that say that its values are sums from January on. */
    static String withoutYearToDate(String name) {
        String without = lower(name);
        for (Map.Entry<String, String> word : list("yeartodate").entrySet()) {
            without = without.replace(word.getKey(), word.getValue().equals("-") ? "" : word.getValue());
        }
        return without;
    }

    /** Returns what a row of a head says of the columns, by its first cell: their NAME or UNIT, or something else, SKIP. */
    static Optional<String> headRow(String firstCell) {
        return Optional.ofNullable(list("headrow").get(lower(firstCell)));
    }

    /** Returns what a line above a table is about, by what stands before its colon: the NAME of its indicator, or something else. */
    static Optional<String> titleLine(String key) {
        return Optional.ofNullable(list("title").get(lower(key)));
    }

    /** Returns the word that a report prints for a qualifier such as BELOW; empty if it is none. */
    static Optional<String> qualifier(String cell) {
        return Optional.ofNullable(list("qualifier").get(lower(cell)));
    }

    /** Returns whether letters behind a number are a magnitude, such as bn, M or million, and no flags. */
    static boolean isMagnitude(String letters) {
        String word = letters.strip();
        return !word.equals(word.toLowerCase(Locale.ROOT)) || list("magnitude").containsKey(word);
    }

    /** Returns the kind that a word in the name of an indicator speaks for. */
    static Optional<IndicatorKind> kind(String name) {
        String lower = lower(name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")).replace('_', ' ');
        // The words of a code such as UNRATE are not apart.
        boolean isCode = name.equals(name.toUpperCase(Locale.ROOT));
        List<IndicatorKind> said = list("kind").entrySet().stream()
                .filter(word -> isCode ? lower.contains(word.getKey()) : hasWord(lower, word.getKey()))
                .map(word -> IndicatorKind.valueOf(word.getValue()))
                .toList();
        // The density of a population is none.
        return said.stream()
                .filter(kind -> kind != IndicatorKind.STOCK)
                .findFirst()
                .or(() -> said.stream().findFirst());
    }

    /** Returns whether a text has a word; one of English letters is no end of another, as rate is of corporate. */
    private static boolean hasWord(String text, String word) {
        boolean isEnglish = word.chars().allMatch(letter -> letter <= LAST_OF_ASCII);
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean isBegun = at > 0 && Character.isLetter(text.charAt(at - 1));
            boolean goesOn = word.length() < LEAST_LETTERS_OF_A_STEM
                    && end < text.length()
                    && Character.isLetter(text.charAt(end));
            if (!isEnglish || (!isBegun && !goesOn)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the level that the end of a region's name speaks for. */
    static Optional<RegionLevel> level(String name) {
        String lower = lower(name);
        if (lower.isEmpty() || LAST_OF_LEVELS.indexOf(lower.charAt(lower.length() - 1)) < 0) {
            return Optional.empty();
        }
        return IntStream.range(Math.max(0, lower.length() - LONGEST_LEVEL), lower.length())
                .mapToObj(start -> list("level").get(lower.substring(start)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(RegionLevel::of);
    }

    /** Returns whether a region, given by its code or name, is usually made of others in the same list. */
    static boolean isAggregate(String region) {
        String lower = lower(region);
        if (list("aggregate").containsKey(lower) || isWithTotal(lower)) {
            return true;
        }
        Matcher between = BLANK_OR_COLON.matcher(lower);
        String name = between.find() ? between.replaceAll("") : lower;
        return list("aggregate").containsKey(name) || SUMS.stream().anyMatch(name::endsWith);
    }

    /** Returns whether a name begins with one of several words that is usually made of others, such as All India GDP. */
    private static boolean isWithTotal(String lower) {
        int blank = lower.indexOf(' ');
        int second = blank < 0 ? -1 : lower.indexOf(' ', blank + 1);
        return second > 0 && list("aggregate").containsKey(lower.substring(0, second));
    }

    /** Returns whether a member of a dimension is usually made of the others. */
    static boolean isTotal(String member) {
        return list("total").containsKey(lower(member)) || isAggregate(member);
    }

    /** Returns the power of ten that a number or a word such as {@code millions} stands for; 0 for nothing. */
    static Optional<Integer> power(String multiple) {
        if (multiple.isEmpty()) {
            return Optional.of(0);
        }
        if (multiple.matches("-?\\d{1,2}")) {
            return Optional.of(Integer.valueOf(multiple));
        }
        return Optional.ofNullable(list("power").get(lower(multiple))).map(Integer::valueOf);
    }

    /** Returns whether a column of multiples, by its head, has exponents of ten and no factors. */
    static boolean isExponent(String head) {
        return list("exponent").containsKey(letters(head));
    }

    /** Returns whether a unit is nothing but a currency of which several countries have one, such as dollars, and a multiple. */
    static boolean isOfSeveralCountries(String unit) {
        List<String> words = Splitter.on(BETWEEN_WORDS).omitEmptyStrings().splitToList(lower(unit));
        return words.stream().anyMatch(list("currency")::containsKey)
                && words.stream()
                        .allMatch(word -> list("currency").containsKey(word)
                                || word.equals("of")
                                || word.equals("in")
                                || list("power").containsKey(word));
    }

    /** Returns the unit that a word of another language stands for. */
    static Optional<String> unit(String word) {
        return Optional.ofNullable(list("unit").get(lower(word)));
    }
}
