package org.grassrootskpi.report;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.IndicatorNames.Named;

/**
 * Common indicators by their whole names: a subject is one of them if, without the place in front of it and words that add
 * nothing (全区, 完成), it is a name or an alias. 开发区规上工业增加值 and 工业增加值提升幅度 are other things than 规上工业增加值.
 */
final class WholeNames {
    private static final Pattern HEAD_OF_CLAUSE = Pattern.compile("^[，,、和；;\\s]*(?:其中[：:，,]?)?");

    private final ImmutableListMultimap<String, Named> byName;
    private final ImmutableList<String> places;

    WholeNames(List<Indicator> indicators, WorkReport report, DraftRegion region) {
        ImmutableListMultimap.Builder<String, Named> names = ImmutableListMultimap.builder();
        for (Indicator indicator : indicators) {
            Named named = new Named(indicator);
            Set<String> spellings = new LinkedHashSet<>();
            spellings.add(normal(indicator.name().zh()));
            indicator.aliases().forEach(alias -> spellings.add(normal(alias)));
            spellings.forEach(name -> names.put(name, named));
        }
        this.byName = names.build();
        this.places = places(report, region);
    }

    /** The names of the place that the report is about, the longest first. */
    private static ImmutableList<String> places(WorkReport report, DraftRegion region) {
        Set<String> places = new LinkedHashSet<>();
        if (!region.isOpen()) {
            places.add(region.home().name().zh());
            region.above().forEach(above -> places.add(above.name().zh()));
        }
        new ReportHeader(report).place().ifPresent(places::add);
        return places.stream()
                .filter(place -> place.length() > 1)
                .sorted((a, b) -> b.length() - a.length())
                .collect(ImmutableList.toImmutableList());
    }

    /** The indicators of which the subject is a whole name; several where they differ by unit only. */
    ImmutableList<Named> of(String subject) {
        ImmutableList<Named> found = byName.get(normal(subject));
        return found.isEmpty() ? byName.get(normal(plain(subject))) : found;
    }

    /**
     * The indicators of a figure: by its subject, by all that is printed in front of it, or by a short name that the sentence
     * completes, as 隐患 completes 整改率.
     */
    ImmutableList<Named> of(MentionContext around) {
        String subject = around.subject;
        ImmutableList<Named> found = of(subject);
        if (found.isEmpty() && subject.contains("占")) {
            found = of(subject + "比重");
        }
        if (found.isEmpty() && !subject.isEmpty() && around.front.contains(subject.substring(subject.length() - 1))) {
            String printed = HEAD_OF_CLAUSE.matcher(around.front).replaceFirst("");
            boolean lacksOwner = subject.length() > printed.length() && subject.endsWith(printed);
            found = lacksOwner ? found : of(printed);
        }
        if (found.isEmpty()) {
            String printed = HEAD_OF_CLAUSE.matcher(around.front).replaceFirst("");
            found = printed.length() > 2 && subject.startsWith(printed) ? of(printed) : found; // 引进外资项目3个，实到外资1420万美元
        }
        return found.isEmpty() ? inContext(around) : found;
    }

    /** The name that the nearest word in front of a short one makes of it: 热线 of 12345政务服务热线, not 政务服务. */
    private ImmutableList<Named> inContext(MentionContext around) {
        String subject = plain(around.subject);
        int nearest = -1;
        String name = "";
        for (HeadingWords.Entry entry : DraftWords.entries(Kind.IN_CONTEXT)) {
            List<String> words = Splitter.on(' ').splitToList(entry.value());
            int at = around.sentenceFront.lastIndexOf(words.get(0));
            int end = at < 0 ? -1 : at + words.get(0).length();
            if (entry.word().equals(subject) && end > nearest) {
                nearest = end;
                name = words.get(1);
            }
        }
        return name.isEmpty() ? ImmutableList.of() : of(name);
    }

    /** The share of the subject in a whole: 民营经济 of 地区生产总值. */
    ImmutableList<Named> ofShare(String subject, String whole) {
        return of(plain(subject) + "占" + plain(whole) + "比重");
    }

    Optional<Named> withUnit(String subject, String code) {
        return of(subject).stream().filter(named -> named.unit.equals(code)).findFirst();
    }

    /** The subject without the place of the report, and without words in front that add nothing. */
    String plain(String subject) {
        String plain = subject;
        for (Optional<String> head = head(plain); head.isPresent(); head = head(plain)) {
            plain = plain.substring(head.get().length());
        }
        Optional<String> tail = tail(plain);
        return tail.isEmpty()
                ? plain
                : plain.substring(0, plain.length() - tail.get().length());
    }

    private Optional<String> head(String subject) {
        Optional<String> place = places.stream().filter(subject::startsWith).findFirst();
        return (place.isPresent()
                        ? place
                        : DraftWords.leading(Kind.NOTHING_BEFORE, subject).map(HeadingWords.Entry::word))
                .filter(word -> word.length() + 1 < subject.length());
    }

    private static Optional<String> tail(String subject) {
        return DraftWords.words(Kind.NOTHING_BEHIND).stream()
                .filter(word -> subject.endsWith(word) && subject.length() > word.length() + 1)
                .findFirst();
    }

    private static String normal(String name) {
        String normal = name.replaceAll("[“”\"'‘’《》\\s的]|[（(]GDP[）)]", "").toUpperCase(Locale.ROOT);
        for (HeadingWords.Entry entry : DraftWords.entries(Kind.SAME_NAME)) {
            normal = normal.replace(entry.word(), entry.value());
        }
        return normal;
    }

    /** The words that a common indicator goes by. */
    static ImmutableSet<String> said(Indicator indicator) {
        return ImmutableSet.<String>builder()
                .add(indicator.name().zh())
                .addAll(indicator.aliases())
                .build();
    }
}
