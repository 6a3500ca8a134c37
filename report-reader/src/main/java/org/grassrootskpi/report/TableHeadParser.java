package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.report.HeadingWords.Entry;
import org.grassrootskpi.report.TableHead.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the heads of tables, by the words of {@code table-heads.tsv}. */
final class TableHeadParser {
    private static final ImmutableListMultimap<String, Entry> WORDS = HeadingWords.read("table-heads.tsv");
    private static final Pattern BRACKETS = Pattern.compile("[（(【\\[]([^（()）【】\\[\\]]{0,20})[)）】\\]]");
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[)）]、?|\\d{1,2}[.．、](?!\\d)|[#＃*＊·•▲★])\\s*");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final String OF_WHICH = "其中";
    private static final CharMatcher BLANKS = CharMatcher.whitespace().or(CharMatcher.anyOf("\u3000\u00A0\uFEFF"));
    private static final CharMatcher EDGES = CharMatcher.anyOf("：:，,、/／*＊#＃-—．. “”的");
    private static final String BASES = "比较同";
    private static final int MAX_FIELD = 8;

    private final TableUnits units;

    TableHeadParser(TableUnits units) {
        this.units = units;
    }

    /** Reads the head of a column, or of a row. */
    TableHead read(String printed, boolean row) {
        Reading reading = new Reading(BLANKS.removeFrom(printed));
        return reading.head(row);
    }

    private final class Reading {
        private String rest;
        private @Nullable String unit;
        private @Nullable TimeExpression time;
        private boolean earlier;

        Reading(String printed) {
            this.rest = printed;
        }

        TableHead head(boolean row) {
            number();
            brackets();
            unitAtEnd();
            Kind plain = whole();
            if (plain != null) {
                return head(plain, "", null);
            }
            if (is("earlier")) {
                earlier = true;
                return head(Kind.LEVEL, "", null);
            }
            TableHead compared = compared();
            if (compared != null) {
                return compared;
            }
            times();
            trim();
            if (is("earlier")) {
                earlier = true;
                return head(Kind.LEVEL, "", null);
            }
            if (isTarget()) {
                return head(Kind.TARGET, "", null);
            }
            Entry aim = row ? null : ending("target-end");
            if (aim != null) {
                rest = rest.substring(0, rest.length() - aim.word().length());
                dropPlanned();
                return head(Kind.TARGET, rest, null);
            }
            if (is("value")) {
                return head(Kind.LEVEL, "", null);
            }
            counted();
            boolean total = is("total");
            return new TableHead(Kind.LEVEL, rest, unit, null, time, earlier, total);
        }

        private TableHead head(Kind kind, String noun, @Nullable String against) {
            return new TableHead(kind, noun, unit, against, time, earlier, false);
        }

        private void number() {
            rest = NUMBERING.matcher(rest).replaceFirst("");
            if (rest.startsWith(OF_WHICH)) {
                rest = rest.substring(OF_WHICH.length());
            }
            trim();
            if (!YEAR.matcher(rest).matches()) {
                rest = NUMBERING.matcher(rest).replaceFirst("");
            }
        }

        private void trim() {
            rest = EDGES.trimFrom(rest);
        }

        /** A unit or a time in brackets is none of the name; other words are. */
        private void brackets() {
            Matcher matcher = BRACKETS.matcher(rest);
            StringBuilder kept = new StringBuilder();
            int from = 0;
            while (matcher.find()) {
                String inside = matcher.group(1);
                String label = inside.startsWith("单位") ? EDGES.trimFrom(inside.substring(2)) : inside;
                String found = units.unit(label);
                boolean when = found == null && isTime(inside);
                if (found != null || when) {
                    kept.append(rest, from, matcher.start());
                    from = matcher.end();
                }
                unit = found != null ? found : unit;
                time = when ? new TimeExpressions(inside).at(0, inside.length(), true) : time;
            }
            rest = kept.append(rest, from, rest.length()).toString();
            trim();
        }

        private boolean isTime(String inside) {
            TimeExpression found = inside.isEmpty() || !TimeExpressions.mayStartWith(inside.charAt(0))
                    ? null
                    : new TimeExpressions(inside).at(0, inside.length(), true);
            return found != null && found.end() == inside.length();
        }

        /** 亿元 alone; ± %, 增长%, GDP/亿元. */
        private void unitAtEnd() {
            if (unit != null || rest.isEmpty() || is("unit")) {
                return;
            }
            char last = rest.charAt(rest.length() - 1);
            if (last == '%' || last == '％' || last == '‰') {
                unit = Character.toString(last);
                rest = rest.substring(0, rest.length() - 1);
            } else if (rest.endsWith("百分点")) {
                unit = "个百分点";
                rest = rest.substring(0, rest.length() - 3);
                rest = rest.endsWith("个") ? rest.substring(0, rest.length() - 1) : rest;
            } else {
                int slash = Math.max(Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('，')), rest.lastIndexOf(','));
                String tail = rest.substring(slash + 1);
                String found = slash == 0
                                || (slash < 0
                                        && WORDS.get("counted").stream()
                                                .anyMatch(e -> e.word().equals(tail)))
                        ? null
                        : units.unit(tail);
                if (found != null) {
                    unit = found;
                    rest = slash < 0 ? "" : rest.substring(0, slash);
                }
            }
            trim();
        }

        private @Nullable Kind whole() {
            if (is("serial")) {
                return Kind.SERIAL;
            }
            if (is("unit")) {
                return Kind.UNIT;
            }
            if (is("none")) {
                return Kind.NONE;
            }
            return is("remark") ? Kind.REMARK : null;
        }

        private @Nullable TableHead compared() {
            Entry end = ending("completion");
            if (end != null) {
                return completion(rest.substring(0, rest.length() - end.word().length()));
            }
            TableHead percent = percent();
            if (percent != null) {
                return percent;
            }
            end = ending("rank");
            if (end != null) {
                String field = rest.substring(0, rest.length() - end.word().length());
                field = field.startsWith("在") || field.startsWith("居") ? field.substring(1) : field;
                boolean named = field.length() > MAX_FIELD;
                unit = "位";
                return head(Kind.RANK, named ? field : "", field.isEmpty() || named ? null : EDGES.trimFrom(field));
            }
            end = ending("share");
            if (end != null) {
                return share(rest.substring(0, rest.length() - end.word().length()));
            }
            if (ending("value") != null && !is("value")) {
                return null;
            }
            Entry rise = ending("change");
            Entry fall = ending("decrease");
            boolean falls = rise == null && fall != null;
            end = falls ? fall : rise;
            if (end != null) {
                return change(rest.substring(0, rest.length() - end.word().length()), falls);
            }
            return rest.endsWith("同比") || rest.endsWith("环比") ? change(rest, false) : null;
        }

        private TableHead completion(String before) {
            rest = before;
            times();
            trim();
            String plan = rest.startsWith("完成") ? rest.substring(2) : rest;
            boolean planned = ending(plan, "plan") != null;
            return head(Kind.COMPLETION, planned ? "" : plan, planned ? plan : null);
        }

        /** 完成年初预算的%, 为预算%, 占GDP%. */
        private @Nullable TableHead percent() {
            boolean ratio = "%".equals(unit) || "％".equals(unit);
            int length = rest.startsWith("完成") || rest.startsWith("达到")
                    ? 2
                    : rest.startsWith("为") || rest.startsWith("占") || rest.startsWith("达") ? 1 : 0;
            if (!ratio || length == 0) {
                return null;
            }
            String of = EDGES.trimFrom(rest.substring(length));
            if (ending(of, "plan") != null) {
                return head(Kind.COMPLETION, "", of);
            }
            boolean share = rest.charAt(0) == '占' && ending("share") == null && !of.isEmpty();
            return share ? head(Kind.SHARE, "", of) : null;
        }

        private TableHead share(String before) {
            int of = before.lastIndexOf('占');
            String whole = of < 0 ? "" : EDGES.trimFrom(before.substring(of + 1));
            rest = of < 0 ? before : before.substring(0, of);
            times();
            trim();
            return head(Kind.SHARE, rest, whole.isEmpty() ? null : whole);
        }

        private TableHead change(String before, boolean falls) {
            String noun = before;
            String against = null;
            boolean month = noun.endsWith("环比");
            if (month || noun.endsWith("同比") || noun.endsWith("可比")) {
                noun = noun.substring(0, noun.length() - 2);
                against = month ? "环比" : Relation.PREVIOUS_YEAR;
            } else {
                int base = baseStart(noun);
                if (base >= 0) {
                    against = base(EDGES.trimFrom(noun.substring(base + 1)));
                    noun = noun.substring(0, base);
                }
            }
            rest = noun;
            times();
            trim();
            if (rest.equals("名义") || rest.equals("实际") || is("value")) {
                rest = "";
            }
            return head(falls ? Kind.DECREASE : Kind.CHANGE, rest, against);
        }

        private int baseStart(String noun) {
            for (int i = noun.length() - 2; i >= 0; i--) {
                char c = noun.charAt(i);
                boolean word = i > 0 && c == '比' && "同环占对".indexOf(noun.charAt(i - 1)) >= 0;
                if (BASES.indexOf(c) >= 0 && !word && c != '同') {
                    return i;
                }
            }
            return -1;
        }

        private @Nullable String base(String printed) {
            boolean last = printed.startsWith("上年")
                    || printed.startsWith("去年")
                    || printed.startsWith("上一年")
                    || printed.endsWith("同期");
            boolean year = printed.length() == 5 && printed.endsWith("年") && NumberSigns.isDigit(printed.charAt(0));
            return printed.isEmpty() ? null : last ? Relation.PREVIOUS_YEAR : year ? printed.substring(0, 4) : printed;
        }

        /** Takes the times out of the name. */
        private void times() {
            if (YEAR.matcher(rest).matches()) {
                time = TimeExpression.ofYears(rest.length(), Integer.parseInt(rest), Integer.parseInt(rest), false);
                rest = "";
                return;
            }
            StringBuilder kept = new StringBuilder();
            TimeExpressions times = new TimeExpressions(rest);
            int from = 0;
            for (int i = 0; i < rest.length(); i++) {
                TimeExpression found =
                        TimeExpressions.mayStartWith(rest.charAt(i)) ? times.at(i, rest.length(), true) : null;
                if (found == null) {
                    continue;
                }
                kept.append(rest, from, i);
                from = found.end();
                i = from - 1;
                boolean planned = found.part().equals(TimeExpression.WHOLE_YEAR);
                if (planned) {
                    continue;
                }
                time = time == null ? found : time.hasYear() && !found.hasYear() ? time.plus(found) : time;
            }
            rest = kept.append(rest, from, rest.length()).toString();
            if (rest.startsWith("同期")) {
                rest = rest.substring(2);
            }
        }

        private boolean isTarget() {
            String kept = rest;
            dropPlanned();
            boolean target = is("target");
            rest = target ? rest : kept;
            return target;
        }

        private void dropPlanned() {
            boolean dropped = true;
            while (dropped) {
                dropped = false;
                for (Entry word : WORDS.get("planned")) {
                    if (rest.startsWith(word.word())) {
                        rest = rest.substring(word.word().length());
                        dropped = true;
                    }
                    if (rest.endsWith(word.word())) {
                        rest = rest.substring(0, rest.length() - word.word().length());
                        dropped = true;
                    }
                }
            }
        }

        private void counted() {
            Entry word = unit == null ? ending("counted") : null;
            unit = word == null ? unit : word.value();
        }

        private boolean is(String kind) {
            return WORDS.get(kind).stream().anyMatch(entry -> entry.word().equals(rest));
        }

        private @Nullable Entry ending(String kind) {
            return ending(rest, kind);
        }

        private @Nullable Entry ending(String text, String kind) {
            Optional<Entry> found = WORDS.get(kind).stream()
                    .filter(entry -> text.endsWith(entry.word()))
                    .findFirst();
            return found.orElse(null);
        }
    }
}
