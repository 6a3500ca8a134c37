package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.function.Predicate;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.check.Known.Use;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.FigureRole;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;

/** What earlier reports and catalogues say, by subject. A subject of a report is matched by its exact name. */
final class KnownFigures {
    static final KnownFigures NONE =
            new KnownFigures(ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
    private static final int LEAST_SUBJECT = 3;

    private final ImmutableListMultimap<String, Known> bySubject;
    private final ImmutableList<Known> key;
    private final ImmutableList<CheckedText> reports;
    private final ImmutableList<KnownIdentity> identities;

    private KnownFigures(List<Known> all, List<Known> key, List<CheckedText> reports, List<KnownIdentity> identities) {
        this.bySubject =
                all.stream().collect(ImmutableListMultimap.toImmutableListMultimap(Known::subject, known -> known));
        this.key = ImmutableList.copyOf(key);
        this.reports = ImmutableList.copyOf(reports);
        this.identities = ImmutableList.copyOf(identities);
    }

    /** Those of an earlier report. Its key figures are those with a growth, a completion or a rank. */
    static KnownFigures of(String source, WorkReport report) {
        CheckedText text = new CheckedText(source, report, FigureReader.read(report));
        ImmutableList.Builder<Known> all = ImmutableList.builder();
        ImmutableList.Builder<Known> key = ImmutableList.builder();
        for (Sentence sentence : text.sentences()) {
            for (Printed figure : sentence.figures()) {
                boolean said = figure.mention().rangeEnd().isEmpty()
                        && figure.period().isPresent()
                        && figure.subject().length() >= LEAST_SUBJECT;
                if (said && figure.is(FigureRole.LEVEL) && (figure.isAmount() || figure.isRatio())) {
                    Known known = known(figure, figure.isPlanned() ? Use.TARGET : Use.LEVEL, figure.quantity());
                    boolean base = CheckWords.atEnd(Kind.BASE, CheckWords.withoutTail(figure.before()))
                            .isPresent();
                    if (!base) {
                        all.add(known);
                    }
                    if (!base && !figure.isPlanned() && isKey(sentence, figure)) {
                        key.add(known);
                    }
                } else if (said && figure.is(FigureRole.CHANGE) && figure.isPlanned() && figure.isRatio()) {
                    all.add(known(
                            figure,
                            Use.TARGET_GROWTH,
                            figure.isFall() ? figure.quantity().negated() : figure.quantity()));
                } else if (said && figure.is(FigureRole.COMPLETION) && figure.index() > 0) {
                    impliedTarget(sentence.figures().get(figure.index() - 1), figure, all);
                }
            }
        }
        return new KnownFigures(all.build(), key.build(), ImmutableList.of(text), ImmutableList.of());
    }

    /** 完成57.74亿元,占年度任务的26.24%: a task of 220亿元 for the year. */
    private static void impliedTarget(Printed level, Printed completion, ImmutableList.Builder<Known> all) {
        if (!level.isAmount() || !level.subject().equals(completion.subject()) || level.isPlanned()) {
            return;
        }
        Quantity target = Equation.attempt(() -> level.quantity().dividedBy(completion.quantity()));
        if (target != null) {
            TimePeriod year =
                    TimePeriod.ofYear(completion.period().orElseThrow().year());
            all.add(new Known(
                    level.subject(),
                    year,
                    Use.TARGET,
                    target,
                    level.shown() + " ÷ " + completion.shown() + " = " + PrintedForm.more(level, target.value()),
                    level.place()));
        }
    }

    private static Known known(Printed figure, Use use, Quantity value) {
        return new Known(figure.subject(), figure.period().orElseThrow(), use, value, figure.shown(), figure.place());
    }

    private static boolean isKey(Sentence sentence, Printed figure) {
        int next = figure.index() + 1;
        if (!figure.isAmount() || next >= sentence.figures().size()) {
            return false;
        }
        FigureMention behind = sentence.figures().get(next).mention();
        return behind.subject().equals(figure.subject())
                && (behind.role() == FigureRole.CHANGE
                        || behind.role() == FigureRole.COMPLETION
                        || behind.role() == FigureRole.RANK);
    }

    /** Those of a catalogue for one region: an indicator goes by its name and by its aliases. */
    static KnownFigures of(String source, Catalog catalog, String region) {
        ImmutableList.Builder<Known> all = ImmutableList.builder();
        for (Observation observation : catalog.observations()) {
            if (observation.region().equals(region) && observation.figure().isPresent()) {
                Indicator indicator = catalog.indicator(observation.indicator());
                Place place = place(
                        source,
                        observation.figure().get(),
                        observation.citation().quote(),
                        observation.key());
                add(
                        indicator,
                        observation.period(),
                        Use.LEVEL,
                        observation.figure().get(),
                        place,
                        all);
            }
        }
        for (Target target : catalog.targets()) {
            if (target.region().equals(region)
                    && target.figure().isPresent()
                    && target.indicator().isPresent()) {
                Indicator indicator = catalog.indicator(target.indicator().get());
                Place place =
                        place(source, target.figure().get(), target.citation().quote(), target.id());
                add(indicator, target.deadline(), Use.TARGET, target.figure().get(), place, all);
            }
        }
        return new KnownFigures(all.build(), ImmutableList.of(), ImmutableList.of(), KnownIdentity.of(catalog));
    }

    private static Place place(String source, Quantity figure, String quote, String key) {
        return new Place(source + "#" + key, figure.toString(), 0, 0, 0, 0, quote);
    }

    private static void add(
            Indicator indicator,
            TimePeriod period,
            Use use,
            Quantity quantity,
            Place place,
            ImmutableList.Builder<Known> all) {
        KnownIdentity.names(indicator)
                .forEach(name -> all.add(new Known(name, period, use, quantity, quantity.toString(), place)));
    }

    KnownFigures plus(KnownFigures other) {
        return new KnownFigures(
                ImmutableList.<Known>builder()
                        .addAll(bySubject.values())
                        .addAll(other.bySubject.values())
                        .build(),
                ImmutableList.<Known>builder().addAll(key).addAll(other.key).build(),
                ImmutableList.<CheckedText>builder()
                        .addAll(reports)
                        .addAll(other.reports)
                        .build(),
                ImmutableList.<KnownIdentity>builder()
                        .addAll(identities)
                        .addAll(other.identities)
                        .build());
    }

    boolean isEmpty() {
        return bySubject.isEmpty();
    }

    /** What is known of the subject of a figure, in its unit. */
    List<Known> of(Printed figure, Use use, Predicate<TimePeriod> period) {
        return bySubject.get(figure.subject()).stream()
                .filter(known -> known.use() == use
                        && period.test(known.period())
                        && (use == Use.TARGET_GROWTH
                                || known.quantity()
                                        .unit()
                                        .hasSameBase(figure.quantity().unit())))
                .toList();
    }

    /** What is known under a name of a time. */
    List<Known> named(String name, Use use, TimePeriod period) {
        return bySubject.get(name).stream()
                .filter(known -> known.use() == use && known.period().equals(period))
                .toList();
    }

    /** The identities of the catalogues. */
    ImmutableList<KnownIdentity> identities() {
        return identities;
    }

    /** The earlier reports themselves. */
    ImmutableList<CheckedText> reports() {
        return reports;
    }

    /** What earlier reports and catalogues say is to be reached, by when. */
    List<Known> targets() {
        return bySubject.values().stream()
                .filter(known -> known.use() != Use.LEVEL)
                .toList();
    }

    /** The key figures of earlier reports. */
    ImmutableList<Known> key() {
        return key;
    }
}
