package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.CatalogDraft;
import org.grassrootskpi.report.FigureDoubt;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.IndicatorMatch;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.report.OpenReason;
import org.grassrootskpi.time.TimePeriod;

/** The figures of a report that belong to indicators of a catalogue, held against those of the year before. */
final class FigureUpdate {
    /** Reasons with which a value may still be the indicator's, if a person says so. */
    private static final Set<OpenReason> ASKED = EnumSet.of(
            OpenReason.SEVERAL_INDICATORS,
            OpenReason.SIMILAR_NAME,
            OpenReason.LONGER_NAME,
            OpenReason.OTHER_MEASURE,
            OpenReason.NOT_SAID_NEW,
            OpenReason.ONLY_NEW,
            OpenReason.TOTAL_BY_THEN,
            OpenReason.CONTENDED,
            OpenReason.DOUBTFUL);

    private final Catalog catalog;
    private final CatalogDraft draft;
    private final String document;
    private final List<ReportSentence> sentences;
    private final TimePeriod year;
    private final RevisedValues revised;
    private final Set<String> known = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    private final Map<String, Observation> values = new LinkedHashMap<>();
    private final Map<String, UpdateEntry> entries = new LinkedHashMap<>();
    private final List<UpdateNote> contradictions = new ArrayList<>();
    private final List<UpdateNote> unmatched = new ArrayList<>();

    FigureUpdate(
            Catalog catalog,
            CatalogDraft draft,
            TimePeriod year,
            LocalDate knownOn,
            String document,
            List<ReportSentence> sentences) {
        this.catalog = catalog;
        this.draft = draft;
        this.year = year;
        revised = new RevisedValues(catalog, knownOn);
        this.document = document;
        this.sentences = sentences;
        catalog.indicators().forEach(indicator -> known.add(indicator.id()));
        values();
        open();
        rates();
        parts();
        draft.doubts().forEach(this::doubt);
    }

    private TextPlace place(FigureMention figure) {
        return ReportSentence.at(sentences, figure.start()).place();
    }

    private void values() {
        Map<String, FigureMention> figures = new HashMap<>();
        for (IndicatorMatch match : draft.bindings()) {
            String id = match.indicators().get(0);
            mentioned.add(id);
            match.figure().ifPresent(figure -> {
                if (known.contains(id)) {
                    figures.putIfAbsent(key(id, match.region(), figure), figure);
                } else {
                    unmatched.add(new UpdateNote(
                            UpdateNote.Kind.NOT_MATCHED,
                            figure.subject() + figure.phrase(),
                            UpdateTexts.of("not-matched"),
                            Optional.of(place(figure))));
                }
            });
        }
        for (Observation drafted : draft.catalog().observations()) {
            boolean isNamed = drafted.figure().isEmpty()
                    && drafted.yearOnYear().isEmpty()
                    && drafted.ranks().isEmpty()
                    && drafted.completion().isEmpty();
            FigureMention figure = figures.get(drafted.key());
            if (!known.contains(drafted.indicator()) || isNamed || figure == null) {
                continue;
            }
            Observation observation = confirmed(drafted);
            Indicator indicator = catalog.indicator(observation.indicator());
            if (revised.question(observation).isPresent()) {
                revised(revised.dated(observation), indicator, place(figure));
                continue;
            }
            values.put(observation.key(), observation);
            entries.put(
                    observation.key(),
                    UpdateEntry.of(observation, indicator.name(), place(figure), why(indicator, observation)));
        }
    }

    private void revised(Observation observation, Indicator indicator, TextPlace place) {
        if (revised.takes(observation)) {
            UpdateEntry entry = UpdateEntry.of(
                    observation,
                    indicator.name(),
                    place,
                    UpdateTexts.of("observation", indicator.name().zh()));
            entries.put(
                    observation.key(),
                    entry.asking(revised.question(observation).orElseThrow()));
        }
    }

    private String key(String id, String region, FigureMention figure) {
        return id + ':' + region + ':' + figure.reportingPeriod().orElse(year);
    }

    /** A value that a person has confirmed is no draft any more. */
    private Observation confirmed(Observation drafted) {
        Observation.Builder observation = Observation.builder().from(drafted).citation(cited(drafted.citation()));
        if (drafted.status() == ObservationStatus.UNVALIDATED) {
            observation.status(ObservationStatus.NORMAL);
        }
        return observation.build();
    }

    private Citation cited(Citation drafted) {
        return Citation.of(document, drafted.section(), drafted.quote());
    }

    private Optional<Observation> before(Observation observation) {
        return observation.period().yearEarlier().flatMap(period -> revised.of(observation, period));
    }

    private LocalizedText why(Indicator indicator, Observation observation) {
        LocalizedText why = UpdateTexts.of("observation", indicator.name().zh());
        Optional<Quantity> before = before(observation).flatMap(Observation::figure);
        if (before.isEmpty()) {
            return why;
        }
        LocalizedText more = observation
                .figure()
                .flatMap(now -> now.unit().isRatio()
                        ? Optional.of(new StatedChange(now, before.get()).difference())
                        : new StatedChange(now, before.get()).percent())
                .map(change -> UpdateTexts.of("before-computed", before.get().toString(), change))
                .orElseGet(() -> UpdateTexts.of("before", before.get().toString()));
        return UpdateTexts.joined(why, more);
    }

    /** Figures that a person has to place: rows with a question where they may be a value, checked where they are a change. */
    private void open() {
        for (IndicatorMatch match : draft.unsure()) {
            FigureMention figure = match.figure().orElseThrow();
            OpenReason reason = match.reason().orElseThrow();
            mentioned.addAll(match.indicators());
            Optional<Observation> asked = ASKED.contains(reason) ? asked(match, figure) : Optional.empty();
            boolean checked = reason == OpenReason.CHANGE_IN_UNITS && difference(match, figure);
            if (asked.isPresent()) {
                Observation observation = revised.dated(asked.get());
                Indicator indicator = catalog.indicator(observation.indicator());
                UpdateEntry entry = UpdateEntry.of(
                                observation, indicator.name(), place(figure), why(indicator, observation))
                        .asking(reason(match));
                entry = revised.question(observation).map(entry::asking).orElse(entry);
                String id = observation.key();
                for (int i = 2; entries.containsKey(id); i++) {
                    id = observation.key() + "#" + i;
                }
                entries.put(id, entry.withId("observation:" + id));
            } else if (!checked && reason != OpenReason.SAID_AGAIN) {
                unmatched.add(new UpdateNote(
                        UpdateNote.Kind.NOT_MATCHED,
                        figure.subject() + figure.phrase(),
                        reason(match),
                        Optional.of(place(figure))));
            }
        }
    }

    private static LocalizedText reason(IndicatorMatch match) {
        OpenReason reason = match.reason().orElseThrow();
        String detail = match.detail();
        LocalizedText text =
                UpdateTexts.find(reason.name()).orElseGet(() -> LocalizedText.of(reason.text(), reason.text()));
        if (reason == OpenReason.DOUBTFUL) {
            return match.figure().orElseThrow().doubts().stream()
                    .map(doubt -> UpdateTexts.of(doubt.name()))
                    .reduce(text, UpdateTexts::joined);
        }
        return detail.isBlank() ? text : LocalizedText.of(text.zh() + "：" + detail, text.en() + ": " + detail);
    }

    private Optional<Observation> asked(IndicatorMatch match, FigureMention figure) {
        Optional<String> id =
                match.indicators().stream().filter(known::contains).findFirst();
        TimePeriod period = figure.reportingPeriod().orElse(year);
        if (match.part() != Part.VALUE || id.isEmpty() || period.lastDay().isAfter(year.lastDay())) {
            return Optional.empty();
        }
        Indicator indicator = catalog.indicator(id.get());
        int decimals = figure.quantity().value().stripTrailingZeros().scale();
        if (!figure.quantity().unit().hasSameBase(indicator.unit()) || decimals > indicator.decimals()) {
            return Optional.empty();
        }
        String section =
                figure.section().path().isEmpty() ? "0" : figure.section().path();
        return Optional.of(Observation.builder()
                .indicator(indicator.id())
                .region(match.region())
                .period(period)
                .figure(figure.quantity())
                .citation(Citation.of(document, section, figure.phrase()))
                .build());
    }

    /** 比上年增加4次, 提高2.3个百分点: held against both values, and settled by that. */
    private boolean difference(IndicatorMatch match, FigureMention figure) {
        Optional<Observation> now = match.indicators().stream()
                .flatMap(id ->
                        values.values().stream().filter(of -> of.indicator().equals(id)))
                .findFirst();
        Optional<Quantity> level = now.flatMap(Observation::figure);
        Optional<Quantity> base = now.flatMap(this::before).flatMap(Observation::figure);
        Optional<Quantity> less = signed(figure);
        if (level.isEmpty() || base.isEmpty() || less.isEmpty()) {
            return false;
        }
        boolean comparable = level.get().unit().isRatio()
                ? less.get().unit().code().equals("percentage-point")
                : less.get().unit().equals(level.get().unit());
        if (comparable) {
            StatedChange change = new StatedChange(level.get(), base.get());
            if (change.excludesDifference(less.get())) {
                contradiction(now.get(), place(figure), base.get(), change.difference(), figure.phrase());
            }
        }
        return comparable;
    }

    private static Optional<Quantity> signed(FigureMention figure) {
        return figure.comparison().flatMap(comparison -> switch (comparison) {
            case YOY_INCREASE -> Optional.of(figure.quantity());
            case YOY_DECREASE -> Optional.of(figure.quantity().negated());
            case MULTIPLE_INCREASE, COMPLETION, RANK, SHARE -> Optional.<Quantity>empty();
        });
    }

    private void rates() {
        for (Observation observation : ImmutableList.copyOf(values.values())) {
            Optional<Quantity> base = before(observation).flatMap(Observation::figure);
            if (observation.figure().isPresent()
                    && base.isPresent()
                    && observation.yearOnYear().isPresent()
                    && !observation.figure().get().unit().isRatio()) {
                StatedChange change = new StatedChange(observation.figure().get(), base.get());
                Quantity stated = observation.yearOnYear().get().value();
                if (change.excludesRate(stated)) {
                    contradiction(
                            observation,
                            entry(observation).place(),
                            base.get(),
                            change.percent().orElse(""),
                            EntryText.signed(stated));
                }
            }
        }
    }

    private UpdateEntry entry(Observation observation) {
        return Optional.ofNullable(entries.get(observation.key())).orElseThrow();
    }

    private void contradiction(
            Observation observation, TextPlace place, Quantity base, String computed, String stated) {
        LocalizedText text = UpdateTexts.of(
                "contradiction-rate",
                observation.figure().map(Quantity::toString).orElse(""),
                base.toString(),
                computed,
                stated);
        contradict(observation, place, text, "ask-contradiction");
    }

    private void contradict(Observation observation, TextPlace place, LocalizedText text, String question) {
        contradictions.add(
                new UpdateNote(UpdateNote.Kind.CONTRADICTION, observation.indicator(), text, Optional.of(place)));
        LocalizedText asked = UpdateTexts.of(question, text.zh());
        LocalizedText english = UpdateTexts.of(question, text.en());
        entries.computeIfPresent(
                observation.key(), (key, entry) -> entry.asking(LocalizedText.of(asked.zh(), english.en())));
    }

    private void parts() {
        for (Observation part : ImmutableList.copyOf(values.values())) {
            Indicator indicator = catalog.indicator(part.indicator());
            indicator
                    .partOf()
                    .map(whole -> values.get(whole + ':' + part.region() + ':' + part.period()))
                    .ifPresent(whole -> {
                        if (part.figure().isPresent()
                                && whole.figure().isPresent()
                                && exceeds(part.figure().get(), whole.figure().get())) {
                            LocalizedText names =
                                    catalog.indicator(whole.indicator()).name();
                            LocalizedText zh = UpdateTexts.of(
                                    "contradiction-part",
                                    indicator.name().zh(),
                                    names.zh(),
                                    part.figure().get().toString(),
                                    whole.figure().get().toString());
                            LocalizedText en = UpdateTexts.of(
                                    "contradiction-part",
                                    indicator.name().en(),
                                    names.en(),
                                    part.figure().get().toString(),
                                    whole.figure().get().toString());
                            contradict(part, entry(part).place(), LocalizedText.of(zh.zh(), en.en()), "ask-part");
                        }
                    });
        }
    }

    private static boolean exceeds(Quantity part, Quantity whole) {
        return part.bounds().hasLowerBound()
                && whole.bounds().hasUpperBound()
                && part.bounds().lowerEndpoint().compareTo(whole.bounds().upperEndpoint()) > 0;
    }

    private void doubt(FigureDoubt doubt) {
        unmatched.add(new UpdateNote(
                UpdateNote.Kind.NOT_MATCHED,
                doubt.text(),
                LocalizedText.of(doubt.reason().message(), doubt.reason().message()),
                Optional.of(ReportSentence.at(sentences, doubt.start()).place())));
    }

    /** Indicators that had a value the year before, here, and of which the report says nothing. */
    ImmutableList<UpdateNote> dropped(String region) {
        ImmutableSet<String> of = ImmutableSet.copyOf(mentioned);
        return catalog.observations().stream()
                .filter(before -> before.region().equals(region)
                        && year.yearEarlier().equals(Optional.of(before.period()))
                        && !of.contains(before.indicator()))
                .map(before -> new UpdateNote(
                        UpdateNote.Kind.DROPPED,
                        before.indicator(),
                        UpdateTexts.of(
                                "dropped",
                                before.figure()
                                        .map(Quantity::toString)
                                        .orElse(before.citation().quote())),
                        Optional.empty()))
                .collect(ImmutableList.toImmutableList());
    }

    List<UpdateEntry> entries() {
        return new ArrayList<>(entries.values());
    }

    List<UpdateNote> contradictions() {
        return contradictions;
    }

    List<UpdateNote> unmatched() {
        return unmatched;
    }
}
