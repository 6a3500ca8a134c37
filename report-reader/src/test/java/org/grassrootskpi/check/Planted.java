package org.grassrootskpi.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A sentence that is right by construction: its figures are rounded from values that satisfy the relation. What makes it right is written
 * down here in plain interval arithmetic of doubles, apart from that of the library.
 */
final class Planted {
    private static final double SLACK = 1e-9;

    private final String rule;
    private final List<String> words;
    private final List<Figure> figures;
    private final Predicate<List<Figure>> relation;

    /** Words between and around the figures: one more than there are figures. */
    Planted(String rule, List<String> words, List<Figure> figures, Predicate<List<Figure>> relation) {
        this.rule = rule;
        this.words = words;
        this.figures = figures;
        this.relation = relation;
    }

    String rule() {
        return rule;
    }

    String text() {
        StringBuilder text = new StringBuilder(words.get(0));
        for (int i = 0; i < figures.size(); i++) {
            text.append(figures.get(i).text()).append(words.get(i + 1));
        }
        return text.toString();
    }

    boolean isRight() {
        return relation.test(figures);
    }

    /** The same sentence with one slip of the pen in it. */
    Planted mutated(Random random) {
        List<Figure> changed = new ArrayList<>(figures);
        List<String> around = new ArrayList<>(words);
        int at = random.nextInt(figures.size());
        switch (random.nextInt(4)) {
            case 0 -> changed.set(at, figures.get(at).withDigit(random));
            case 1 -> changed.set(at, figures.get(at).withDigitsSwapped());
            case 2 -> changed.set(at, figures.get(at).withScale());
            default -> {
                String turned = turned(around.get(at));
                boolean isTurned =
                        !turned.equals(around.get(at)) && figures.get(at).unit.equals("%");
                around.set(at, isTurned ? turned : around.get(at));
                changed.set(
                        at,
                        isTurned ? figures.get(at).negated() : figures.get(at).withDigit(random));
            }
        }
        return new Planted(rule, around, changed, relation);
    }

    private static String turned(String words) {
        return words.endsWith("增长")
                ? words.substring(0, words.length() - 2) + "下降"
                : words.endsWith("下降") ? words.substring(0, words.length() - 2) + "增长" : words;
    }

    /** A printed figure: its digits, its unit, and whether it is counted to the one. */
    record Figure(String digits, String unit, boolean isCount, boolean isNegative) {
        static Figure count(long number, String unit) {
            return new Figure(Long.toString(number), unit, true, false);
        }

        static Figure measured(double value, int decimals, String unit) {
            String digits = BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
            return new Figure(digits, unit, false, false);
        }

        String text() {
            return digits + unit;
        }

        private double factor() {
            return unit.startsWith("亿") ? 1e8 : unit.startsWith("万") ? 1e4 : unit.startsWith("%") ? 0.01 : 1;
        }

        private double half() {
            int decimals = digits.indexOf('.') < 0 ? 0 : digits.length() - digits.indexOf('.') - 1;
            return isCount ? 0 : Math.pow(10, -decimals) / 2 * factor();
        }

        double value() {
            return (isNegative ? -1 : 1) * Double.parseDouble(digits) * factor();
        }

        double low() {
            return value() - half();
        }

        double high() {
            return value() + half();
        }

        Figure negated() {
            return new Figure(digits, unit, isCount, !isNegative);
        }

        Figure withDigit(Random random) {
            int at = random.nextInt(digits.length());
            while (digits.charAt(at) == '.') {
                at = random.nextInt(digits.length());
            }
            char other = (char) ('1' + random.nextInt(9));
            return new Figure(digits.substring(0, at) + other + digits.substring(at + 1), unit, isCount, isNegative);
        }

        Figure withDigitsSwapped() {
            for (int i = 0; i + 1 < digits.length(); i++) {
                char a = digits.charAt(i);
                char b = digits.charAt(i + 1);
                if (a != b && a != '.' && b != '.' && !(i == 0 && b == '0')) {
                    return new Figure(
                            digits.substring(0, i) + b + a + digits.substring(i + 2), unit, isCount, isNegative);
                }
            }
            return this;
        }

        Figure withScale() {
            String other = unit.startsWith("亿")
                    ? "万" + unit.substring(1)
                    : unit.startsWith("万") ? "亿" + unit.substring(1) : unit;
            return new Figure(digits, other, isCount, isNegative);
        }
    }

    /** Whether a stated figure can be a quotient less a number. */
    static boolean isQuotient(Figure stated, Figure of, Figure by, double less) {
        double low = of.low() / by.high() - less;
        double high = of.high() / by.low() - less;
        return stated.low() <= high + SLACK && low <= stated.high() + SLACK;
    }

    /** Whether a figure can be the sum of others. */
    static boolean isSum(Figure total, List<Figure> parts) {
        double low = parts.stream().mapToDouble(Figure::low).sum();
        double high = parts.stream().mapToDouble(Figure::high).sum();
        double slack = SLACK * Math.max(1, Math.abs(total.value()));
        return total.low() <= high + slack && low <= total.high() + slack;
    }
}
