package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words and letters that other languages have for periods: {@code 2º trimestre 2024}, {@code 2024-T2} and {@code 2024K2},
 * {@code janeiro 2024}, 民國112年, and the codes {@code 2023KW03} of the Netherlands and {@code MO012024} of South Africa.
 */
final class PeriodWords {
    private static final ImmutableMap<String, Integer> MONTHS = Words.numbers("month");
    private static final ImmutableMap<String, Integer> ERAS = Words.numbers("era");
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String WORD_FOR_QUARTER =
            "(?:" + String.join("|", Words.numbers("quarter").keySet()) + ")";

    private static final Pattern ERA =
            Pattern.compile("(" + String.join("|", ERAS.keySet()) + ")\\s*(\\d{1,3}|元)\\s*年(.*)");
    /** No other years of our time have three digits. */
    private static final Pattern MINGUO = Pattern.compile("(1[0-4]\\d)(年.*)");

    private static final int MINGUO_BEGINS = 1911;
    private static final Pattern LETTER = Pattern.compile(YEAR + "[ -]?(?:[tk]|kw0)([1-4])", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER_FIRST = Pattern.compile("[tk]([1-4])[ /-]?" + YEAR, Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER = Pattern.compile(
            "([1-4])(?:\\.?[ºªoa°]|\\.|er|ème|e)?\\s*" + WORD_FOR_QUARTER + "(?:(?: de|,)?[ /-]+" + YEAR + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER_BEHIND = Pattern.compile(
            YEAR + "[ ,/-]+([1-4])(?:\\.?[ºªoa°]|\\.|er|ème|e)?\\s*" + WORD_FOR_QUARTER, Pattern.CASE_INSENSITIVE);
    private static final Pattern DUTCH_YEAR = Pattern.compile(YEAR + "JJ00");
    private static final Pattern DUTCH_MONTH = Pattern.compile(YEAR + "MM(\\d\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile("MO(0[1-9]|1[0-2])" + YEAR);
    private static final Pattern NAME = Pattern.compile(
            "(" + MONTHS.keySet().stream().collect(Collectors.joining("|")) + ")\\.?(?: de|,)?[ /-]+(?:" + YEAR
                    + "|(\\d\\d))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NAME_BEHIND = Pattern.compile(
            YEAR + "[ /-]+(" + MONTHS.keySet().stream().collect(Collectors.joining("|")) + ")\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LEAST_LETTERS_OF_A_PERIOD = 4;

    /** Shorter words for months are words for other things as well, such as set and out. */
    private static final int LEAST_LETTERS_OF_A_NAME = 4;

    private PeriodWords() {}

    /** Returns a period in the usual letters, such as 2024Q2; another text as it is. */
    static String usual(String text) {
        if (text.length() < LEAST_LETTERS_OF_A_PERIOD || text.chars().noneMatch(Character::isLetter)) {
            return text;
        }
        return era(text)
                .or(() -> code(text))
                .or(() -> quarter(text))
                .or(() -> name(text))
                .orElse(text);
    }

    private static Optional<String> era(String text) {
        Matcher era = ERA.matcher(text);
        if (!era.matches()) {
            Matcher minguo = MINGUO.matcher(text);
            return minguo.matches()
                    ? Optional.of(MINGUO_BEGINS + Integer.parseInt(minguo.group(1)) + minguo.group(2))
                    : Optional.empty();
        }
        int number = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
        return Optional.of(ERAS.getOrDefault(era.group(1), 0) + number + "年" + era.group(3));
    }

    private static Optional<String> code(String text) {
        Matcher year = DUTCH_YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(year.group(1));
        }
        Matcher month = DUTCH_MONTH.matcher(text);
        if (month.matches()) {
            return Optional.of(month.group(1) + "M" + month.group(2));
        }
        Matcher first = MONTH_FIRST.matcher(text);
        return first.matches() ? Optional.of(first.group(2) + "M" + first.group(1)) : Optional.empty();
    }

    private static Optional<String> quarter(String text) {
        for (Pattern yearFirst : new Pattern[] {LETTER, QUARTER_BEHIND}) {
            Matcher quarter = yearFirst.matcher(text);
            if (quarter.matches()) {
                return Optional.of(quarter.group(1) + "Q" + quarter.group(2));
            }
        }
        for (Pattern yearBehind : new Pattern[] {LETTER_FIRST, QUARTER}) {
            Matcher quarter = yearBehind.matcher(text);
            if (quarter.matches() && quarter.group(2) != null) {
                return Optional.of(quarter.group(2) + "Q" + quarter.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(String text) {
        Matcher name = NAME.matcher(text);
        if (name.matches()) {
            String year = name.group(2) != null ? name.group(2) : "20" + name.group(3);
            return Optional.of(year + "M" + month(name.group(1)));
        }
        Matcher behind = NAME_BEHIND.matcher(text);
        return behind.matches() ? Optional.of(behind.group(1) + "M" + month(behind.group(2))) : Optional.empty();
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    /** Returns a part of a year in the usual letters, such as q2 of {@code 2º trimestre} and m01 of janeiro; another text as it is. */
    static String usualPart(String lower) {
        Matcher quarter = QUARTER.matcher(lower);
        if (quarter.matches() && quarter.group(2) == null) {
            return "q" + quarter.group(1);
        }
        Integer month = lower.length() < LEAST_LETTERS_OF_A_NAME ? null : MONTHS.get(lower);
        return month == null ? lower : month < 10 ? "m0" + month : "m" + month;
    }

    /** Returns whether a text is a year of an era that has no calendar years of its own but fiscal ones, such as 令和5年度. */
    static boolean isFiscal(String text) {
        Matcher era = ERA.matcher(text);
        return era.matches()
                && ERAS.getOrDefault(era.group(1), 0) != MINGUO_BEGINS
                && era.group(3).equals("度");
    }

    /** Returns whether a text has a T for the fourth quarter, which no four months have. */
    static boolean isFourthQuarter(String text) {
        return text.matches("(?i)(?:19|20)\\d\\d[ -]?t4|t4[ /-]?(?:19|20)\\d\\d");
    }

    /** Returns whether a text has a T for a quarter, which is four months in SDMX, unless it is the fourth. */
    static boolean couldBeFourMonths(String text) {
        return text.matches("(?i)(?:19|20)\\d\\d[ -]?t[1-3]|t[1-3][ /-]?(?:19|20)\\d\\d");
    }
}
