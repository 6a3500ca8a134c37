package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.report.DraftWords.Kind;

/** The names that indicators of a catalogue go by, and how well a piece of text fits them. */
final class IndicatorNames {
    private static final ImmutableList<String> COUNTERS = ImmutableList.of(
            "次数", "人数", "家数", "户数", "宗数", "条数", "件数", "个数", "年数", "场次", "家次", "人次", "面积", "金额", "总额", "名次", "数");
    private static final int MIN_NAME = 3;
    private static final int VERB_LENGTH = 2;

    private final ImmutableList<Named> all;

    IndicatorNames(Catalog catalog) {
        this.all = catalog.indicators().stream().map(Named::new).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<Named> all() {
        return all;
    }

    /** Returns how many indicators have this unit: a figure in a rare unit needs less of a name. */
    long withUnit(String code) {
        return all.stream().filter(named -> named.unit.equals(code)).count();
    }

    /** An indicator and its names, longest first. */
    static final class Named {
        final Indicator indicator;
        final String unit;
        final ImmutableList<String> names;
        private final ImmutableSet<String> pairs;

        Named(Indicator indicator) {
            this.indicator = indicator;
            this.unit = indicator.unit().code();
            List<String> names = new ArrayList<>();
            names.add(indicator.name().zh());
            names.addAll(indicator.aliases());
            String plain = withoutCounter(indicator.name().zh());
            names.add(plain);
            names.add(verbFirst(plain));
            withoutNew(plain).ifPresent(names::add);
            this.names = names.stream()
                    .filter(name -> name.length() >= MIN_NAME)
                    .distinct()
                    .sorted((a, b) -> b.length() - a.length())
                    .collect(ImmutableList.toImmutableList());
            this.pairs = pairs(plain);
        }

        private static String withoutCounter(String name) {
            for (String counter : COUNTERS) {
                if (name.endsWith(counter) && name.length() - counter.length() >= MIN_NAME) {
                    return name.substring(0, name.length() - counter.length());
                }
            }
            return name;
        }

        /** 新增甲、乙两个阵地 says 新增 and 阵地 apart; that it says 新增 is asked for by {@link BindingRules}. */
        private static Optional<String> withoutNew(String name) {
            return DraftWords.leading(Kind.NEW, name)
                    .map(word -> name.substring(word.word().length()))
                    .filter(noun -> noun.length() > MIN_NAME);
        }

        /** A name says 项目完成数 where a sentence says 完成项目. */
        private static String verbFirst(String name) {
            int verb = name.length() - VERB_LENGTH;
            return verb < MIN_NAME ? name : name.substring(verb) + name.substring(0, verb);
        }

        /** Returns the length of the longest of its names that occurs in the text, 0 if none does. */
        int longestIn(String text) {
            for (String name : names) {
                if (text.contains(name)) {
                    return name.length();
                }
            }
            return 0;
        }

        /** The length of the longest of its names that begins the text, 0 if none does. */
        int longestAt(String text) {
            for (String name : names) {
                if (text.startsWith(name)) {
                    return name.length();
                }
            }
            return 0;
        }

        /** Returns the share of the pairs of neighbouring characters of its name that occur in the text too, 0 to 1. */
        double similarity(String text) {
            long found = pairs.stream().filter(text::contains).count();
            return pairs.isEmpty() ? 0 : (double) found / pairs.size();
        }

        private static ImmutableSet<String> pairs(String name) {
            String letters = name.replaceAll("[“”《》]", "").toLowerCase(Locale.ROOT);
            ImmutableSet.Builder<String> pairs = ImmutableSet.builder();
            for (int i = 0; i + 2 <= letters.length(); i++) {
                pairs.add(letters.substring(i, i + 2));
            }
            return pairs.build();
        }
    }
}
