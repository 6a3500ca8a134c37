package org.grassrootskpi.text;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what a page has beside its text: lines with a page number (— 3 —, 第3页 共10页, a bare 3 where the pages count
 * on), headers that are repeated next to them, page breaks, and marks of notes behind words and figures (①, [1]). A sentence
 * that goes on behind a page break is one line.
 */
final class PageFurniture {
    private static final CharacterSet BREAKS = CharacterSet.of("\n\r\f");
    private static final String MARKED = "%％‰）)”》";
    private static final int MAX_NUMBER_LINE = 24;
    private static final int MAX_HEADER = 40;
    private static final int MIN_SENTENCE = 30;
    private static final int MIN_PAGE = 120;

    private static final Pattern PAGE = Pattern.compile("[-‐–—―－·•~～]+\\s*\\d{1,4}\\s*[-‐–—―－·•~～]+"
            + "|第\\s*[\\d一二三四五六七八九十百]{1,5}\\s*页(?:\\s*[,，、/（(]?\\s*共\\s*[\\d一二三四五六七八九十百]{1,5}\\s*页\\s*[)）]?)?"
            + "|共\\s*\\d{1,4}\\s*页\\s*[,，、/]?\\s*第\\s*\\d{1,4}\\s*页"
            + "|\\d{1,4}\\s*/\\s*\\d{1,4}"
            + "|[Pp]age\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?");

    private static final Pattern BARE = Pattern.compile("[0-9]{1,3}");
    private static final String ENDS = "。！？!?；;：:";

    private final ReadableText source;
    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int lines;
    private boolean[] left = new boolean[0];

    private PageFurniture(ReadableText source) {
        this.source = source;
        this.text = source.text();
    }

    /** Returns a text without what a page has beside it. */
    static ReadableText without(ReadableText source) {
        ReadableText body = new PageFurniture(source).body();
        return withoutNoteMarks(body);
    }

    private ReadableText body() {
        ImmutableIntArray numbers = pageNumbers();
        if (numbers.isEmpty()) {
            return source;
        }
        left = new boolean[lines];
        numbers.forEach(line -> left[line] = true);
        leaveHeaders(numbers);
        return copy();
    }

    /** The lines that are page numbers; those that are bare numbers only where the pages count on. */
    private ImmutableIntArray pageNumbers() {
        ImmutableIntArray.Builder found = ImmutableIntArray.builder();
        ImmutableIntArray.Builder bare = ImmutableIntArray.builder();
        for (int from = 0; from < text.length(); ) {
            int end = from;
            while (end < text.length() && !BREAKS.contains(text.charAt(end))) {
                end++;
            }
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            boolean page = end < text.length() && text.charAt(end) == '\f';
            add(from, end);
            String line = numberLine(from, end);
            if (line != null && PAGE.matcher(line).matches()) {
                found.add(lines - 1);
            } else if (line != null && BARE.matcher(line).matches()) {
                bare.add(lines - 1);
            }
            from = end + (both ? 2 : 1);
            if (page) {
                add(end, end + 1);
                found.add(lines - 1);
            }
        }
        ImmutableIntArray counted = countedOn(bare.build());
        if (counted.isEmpty()) {
            return found.build();
        }
        counted.forEach(found::add);
        return ImmutableIntArray.copyOf(found.build().stream().sorted());
    }

    private void add(int from, int end) {
        if (lines == starts.length) {
            starts = Arrays.copyOf(starts, 2 * lines);
            ends = Arrays.copyOf(ends, 2 * lines);
        }
        starts[lines] = from;
        ends[lines] = end;
        lines++;
    }

    private @Nullable String numberLine(int from, int end) {
        int start = from;
        int close = end;
        while (start < close && isBlank(text.charAt(start))) {
            start++;
        }
        while (close > start && isBlank(text.charAt(close - 1))) {
            close--;
        }
        return start == close || close - start > MAX_NUMBER_LINE ? null : text.substring(start, close);
    }

    private int number(int line) {
        String printed = numberLine(starts[line], ends[line]);
        return printed == null ? -1 : Integer.parseInt(printed);
    }

    /** The bare numbers of which each is one more than the last, a page behind it. */
    private ImmutableIntArray countedOn(ImmutableIntArray bare) {
        ImmutableIntArray.Builder counted = ImmutableIntArray.builder();
        int last = -1;
        boolean taken = false;
        for (int i = 0; i < bare.length(); i++) {
            int line = bare.get(i);
            boolean goesOn = last >= 0 && number(line) == number(last) + 1 && starts[line] - ends[last] >= MIN_PAGE;
            if (goesOn && !taken) {
                counted.add(last);
            }
            if (goesOn) {
                counted.add(line);
            }
            taken = goesOn;
            last = line;
        }
        return counted.build();
    }

    /** Leaves out the lines that are repeated beside page numbers: a report has its title on every page. */
    private void leaveHeaders(ImmutableIntArray numbers) {
        Map<String, Integer> seen = new HashMap<>();
        Set<Integer> beside = new HashSet<>();
        for (int i = 0; i < numbers.length(); i++) {
            for (int step = -1; step <= 1; step += 2) {
                int line = neighbour(numbers.get(i), step);
                if (line >= 0 && beside.add(line)) {
                    seen.merge(printed(line), 1, Integer::sum);
                }
            }
        }
        for (int line : beside) {
            String printed = printed(line);
            boolean heads = printed.length() <= MAX_HEADER && ENDS.indexOf(printed.charAt(printed.length() - 1)) < 0;
            boolean first = line == neighbour(-1, 1);
            left[line] = left[line] || (heads && !first && seen.getOrDefault(printed, 0) > 1);
        }
    }

    private int neighbour(int line, int step) {
        int at = line + step;
        while (at >= 0 && at < lines && (isEmpty(at) || (left.length > 0 && left[at]))) {
            at += step;
        }
        return at < lines ? at : -1;
    }

    private boolean isEmpty(int line) {
        for (int i = starts[line]; i < ends[line]; i++) {
            if (!isBlank(text.charAt(i)) && text.charAt(i) != '\f') {
                return false;
            }
        }
        return true;
    }

    private String printed(int line) {
        return text.substring(starts[line], ends[line]).strip();
    }

    private ReadableText copy() {
        ReadableText.Editor out = new ReadableText.Editor(source);
        int copied = 0;
        for (int line = 0; line < lines; line++) {
            if (!left[line]) {
                continue;
            }
            int before = line - 1;
            while (before >= 0 && isEmpty(before)) {
                before--;
            }
            int next = line;
            while (next < lines && (left[next] || isEmpty(next))) {
                next++;
            }
            int end = before < 0 ? 0 : ends[before];
            out.copy(copied, Math.max(copied, end));
            boolean goesOn = before >= 0 && next < lines && goesOn(before, next);
            if (!goesOn && before >= 0 && next < lines) {
                out.put('\n', end, starts[next]);
            }
            copied = Math.max(copied, next < lines ? starts[next] : text.length());
            line = next - 1;
        }
        out.copy(copied, text.length());
        return out.done();
    }

    /** Returns whether a sentence goes on behind a page break. */
    private boolean goesOn(int before, int next) {
        int end = ends[before];
        while (end > starts[before] && isBlank(text.charAt(end - 1))) {
            end--;
        }
        char last = end > starts[before] ? text.charAt(end - 1) : '。';
        char first = text.charAt(starts[next]);
        boolean pauses = "，、,".indexOf(last) >= 0;
        boolean open = pauses || (end - starts[before] >= MIN_SENTENCE && ENDS.indexOf(last) < 0);
        boolean row = text.substring(starts[before], end).indexOf('\t') >= 0 || first == '|';
        return open && !row && !isBlank(first) && !ItemNumbers.isAt(text, starts[next]);
    }

    private static ReadableText withoutNoteMarks(ReadableText source) {
        String text = source.text();
        ReadableText.Editor out = null;
        int copied = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean circled = c >= '①' && c <= '⑳';
            if (!circled && c != '[' && c != '［' && c != '〔') {
                continue;
            }
            int end = circled ? i + 1 : bracketEnd(text, i);
            char before = text.charAt(i - 1);
            // A mark inside a figure is none: 509.45①亿元 stays for the reader to doubt.
            if (end > i && (Character.isLetter(before) || MARKED.indexOf(before) >= 0)) {
                out = out == null ? new ReadableText.Editor(source) : out;
                out.copy(copied, i);
                copied = end;
                i = end - 1;
            }
        }
        if (out == null) {
            return source;
        }
        out.copy(copied, text.length());
        return out.done();
    }

    /** The end of [1] or 〔注2〕; the offset itself if it is no mark of a note. */
    private static int bracketEnd(String text, int at) {
        int i = at + 1;
        if (text.startsWith("注", i)) {
            i++;
        }
        int digits = i;
        while (i < text.length() && i - digits < 2 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean closes = i < text.length() && "]］〕".indexOf(text.charAt(i)) >= 0 && i > at + 1;
        return closes ? i + 1 : at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF';
    }
}
