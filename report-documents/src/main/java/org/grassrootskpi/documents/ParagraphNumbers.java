package org.grassrootskpi.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The numbers that Word writes before paragraphs (一、, （二）, 3.), which are not in their text, and the styles that say so. */
final class ParagraphNumbers {
    private static final int LEVELS = 9;
    private static final int MAX_CHINESE = 99;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int CIRCLED = 20;

    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();

    /** How the paragraphs of a level are numbered. */
    private record Level(String format, String pattern, int start) {}

    /** What a style says of numbers. */
    private record Style(
            String name,
            @Nullable String list,
            int level,
            @Nullable String basedOn) {}

    ParagraphNumbers(DocxPackage docx, DocumentLimits limits) {
        readNumbering(docx.part(DocxPackage.NUMBERING), limits);
        readStyles(docx.part(DocxPackage.STYLES), limits);
    }

    private void readNumbering(byte[] bytes, DocumentLimits limits) {
        if (bytes.length == 0) {
            return;
        }
        try (XmlPart part = new XmlPart(DocxPackage.NUMBERING, bytes, limits)) {
            String definition = "";
            String list = "";
            int level = 0;
            String format = "decimal";
            String pattern = "";
            int start = 1;
            while (part.next()) {
                if (part.starts()) {
                    switch (part.element()) {
                        case "abstractNum" -> definition = value(part, "abstractNumId");
                        case "num" -> list = value(part, "numId");
                        case "abstractNumId" -> lists.put(list, value(part, "val"));
                        case "lvl" -> {
                            level = part.number("ilvl", 0);
                            format = "decimal";
                            pattern = "";
                            start = 1;
                        }
                        case "start" -> start = part.number("val", 1);
                        case "numFmt" -> format = value(part, "val");
                        case "lvlText" -> pattern = value(part, "val");
                        default -> {}
                    }
                } else if (part.ends() && part.element().equals("lvl")) {
                    levels.put(definition + "/" + level, new Level(format, pattern, start));
                }
            }
        }
    }

    private void readStyles(byte[] bytes, DocumentLimits limits) {
        if (bytes.length == 0) {
            return;
        }
        try (XmlPart part = new XmlPart(DocxPackage.STYLES, bytes, limits)) {
            String id = "";
            String name = "";
            String list = null;
            String basedOn = null;
            int level = 0;
            while (part.next()) {
                if (part.starts()) {
                    switch (part.element()) {
                        case "style" -> {
                            id = value(part, "styleId");
                            name = "";
                            list = null;
                            basedOn = null;
                            level = 0;
                        }
                        case "name" -> name = value(part, "val");
                        case "basedOn" -> basedOn = part.attribute("val");
                        case "numId" -> list = part.attribute("val");
                        case "ilvl" -> level = part.number("val", 0);
                        default -> {}
                    }
                } else if (part.ends() && part.element().equals("style")) {
                    styles.put(id, new Style(name, list, level, basedOn));
                }
            }
        }
    }

    private static String value(XmlPart part, String attribute) {
        return Objects.requireNonNullElse(part.attribute(attribute), "");
    }

    /** Whether a style is that of a table of contents, which repeats headings with page numbers. */
    boolean isContents(String style) {
        Style known = styles.get(style);
        String name = known == null ? style : known.name();
        return name.regionMatches(true, 0, "toc", 0, 3);
    }

    /** Returns the number of the next paragraph with a list and level of its own, or those of its style; empty if it has none. */
    String next(String style, @Nullable String list, int level) {
        String of = list;
        int at = level;
        Style known = styles.get(style);
        for (int i = 0; of == null && known != null && i < LEVELS; i++) {
            of = known.list();
            at = level > 0 ? level : known.level();
            known = known.basedOn() == null ? null : styles.get(known.basedOn());
        }
        String definition = of == null ? null : lists.get(of);
        Level here = definition == null || at >= LEVELS ? null : levels.get(definition + "/" + at);
        return definition == null || here == null ? "" : next(definition, here, at);
    }

    private String next(String definition, Level here, int level) {
        int[] count = counts.computeIfAbsent(definition, key -> new int[LEVELS]);
        count[level] = count[level] == 0 ? here.start() : count[level] + 1;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            count[deeper] = 0;
        }
        StringBuilder number = new StringBuilder();
        String pattern = here.pattern();
        int at = 0;
        while (at < pattern.length()) {
            boolean place = pattern.charAt(at) == '%' && at + 1 < pattern.length() && isLevel(pattern.charAt(at + 1));
            if (place) {
                int of = pattern.charAt(at + 1) - '1';
                Level printed = of == level ? here : levels.get(definition + "/" + of);
                String format = printed == null ? "decimal" : printed.format();
                number.append(number(format, Math.max(1, count[of])));
            } else {
                number.append(pattern.charAt(at));
            }
            at += place ? 2 : 1;
        }
        return here.format().equals("bullet") || here.format().equals("none") ? "" : number.toString();
    }

    private static boolean isLevel(char c) {
        return c >= '1' && c <= '9';
    }

    private static String number(String format, int number) {
        boolean chinese = format.startsWith("chinese")
                || format.startsWith("japaneseCounting")
                || format.startsWith("taiwaneseCounting")
                || format.startsWith("ideograph");
        if (chinese && number <= MAX_CHINESE) {
            String tens = number < 10 ? "" : (number < 20 ? "" : digit(number / 10)) + "十";
            return tens + (number % 10 == 0 ? "" : digit(number % 10));
        }
        boolean circled = format.startsWith("decimalEnclosed") && number <= CIRCLED;
        return circled ? Character.toString('①' + number - 1) : Integer.toString(number);
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
