package org.grassrootskpi.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.text.Traditional;
import org.grassrootskpi.text.WordTable;
import org.jspecify.annotations.Nullable;

/** The signs of {@code numerals.tsv}: digits and scales by character, words by kind. */
final class Numerals {
    private static final Set<Kind> BEGINNERS =
            Sets.immutableEnumSet(Kind.RATE, Kind.HALF, Kind.RANK, Kind.MINUS, Kind.PLUS, Kind.DASH);

    static final Numerals STANDARD = new Numerals(
            DefinitionLines.ofResource(Numerals.class.getResourceAsStream("numerals.tsv"), "numerals.tsv"));
    static final int NONE = -1;

    private static final int FULL_WIDTH_OFFSET = '０' - '0';

    private final byte[] chineseDigits = new byte[Character.MAX_VALUE + 1];
    private final byte[] scaleExponents = new byte[Character.MAX_VALUE + 1];
    private final Map<Kind, WordTable<Word>> words = new EnumMap<>(Kind.class);
    private final ImmutableList<String> openings;

    private Numerals(List<DefinitionLines.Line> lines) {
        Arrays.fill(chineseDigits, (byte) NONE);
        Arrays.fill(scaleExponents, (byte) NONE);
        Map<Kind, List<Word>> lists = new EnumMap<>(Kind.class);
        for (DefinitionLines.Line line : lines) {
            String kind = line.field(0, "a kind");
            String spelling = line.field(1, "a spelling");
            String value = line.field(2, "a value");
            switch (kind) {
                case "digit" -> chineseDigits[spelling.charAt(0)] = Byte.parseByte(value);
                case "scale" -> scaleExponents[spelling.charAt(0)] = (byte) (value.length() - 1);
                default ->
                    lists.computeIfAbsent(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), missing -> new ArrayList<>())
                            .add(new Word(spelling, value));
            }
        }
        lists.forEach((kind, list) -> words.put(kind, new WordTable<>(list, word -> word.text)));
        this.openings = lists.entrySet().stream()
                .filter(of -> BEGINNERS.contains(of.getKey()) || of.getKey() == Kind.SHARE)
                .flatMap(of -> of.getValue().stream())
                .map(word -> word.text)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns 0-9 for an ASCII or full-width digit, else {@link #NONE}. */
    static int digit(char c) {
        int ascii = c >= '０' ? c - FULL_WIDTH_OFFSET : c;
        return ascii >= '0' && ascii <= '9' ? ascii - '0' : NONE;
    }

    /** Returns 0-9 for a Chinese digit, else {@link #NONE}. */
    int chineseDigit(char c) {
        return chineseDigits[Traditional.simplified(c)];
    }

    /** Returns 1, 2, 3, 4 or 8 for 十 百 千 万 亿, else {@link #NONE}. */
    int scaleExponent(char c) {
        return scaleExponents[Traditional.simplified(c)];
    }

    @Nullable Word at(Kind kind, CharSequence text, int offset, int limit) {
        WordTable<Word> table = words.get(kind);
        return table == null ? null : table.longest(text, offset, limit);
    }

    /** Returns whether a number, or a sign in front of one, may begin with a character. */
    boolean mayStart(char c) {
        return digit(c) != NONE || chineseDigit(c) != NONE || scaleExponent(c) != NONE || anyStartsWith(c, BEGINNERS);
    }

    /** Returns the words with which a figure may begin that are no numerals: signs, 第, 百分之, 过半. */
    List<String> openings() {
        return openings;
    }

    private boolean anyStartsWith(char c, Set<Kind> kinds) {
        for (Kind kind : kinds) {
            WordTable<Word> table = words.get(kind);
            if (table != null && table.mayStartWith(c)) {
                return true;
            }
        }
        return false;
    }

    enum Kind {
        POINT,
        RATE,
        FRACTION,
        HALF,
        SHARE,
        RANK,
        PLACE,
        MINUS,
        PLUS,
        DASH,
        WHOLE,
        PIECE,
        CENT,
        PER,
        TIMES
    }

    static final class Word {
        final String text;
        final String value;

        Word(String text, String value) {
            this.text = text;
            this.value = value;
        }
    }
}
