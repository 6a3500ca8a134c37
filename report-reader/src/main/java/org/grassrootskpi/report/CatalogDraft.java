package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.files.NewFolder;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue drafted from a report: its figures, bound to the indicators of a catalogue that is known already.
 *
 * <p>Common indicators ({@link KnownIndicators}) are bound first, by whole names. A figure is bound if its unit is the indicator's (or counts the same: 件 and 宗), one of the indicator's names or
 * aliases occurs next to it, and nothing in the text speaks against it. Figures that fit nothing become
 * {@linkplain #proposed() proposed} indicators, named as the report names them, with their growth, completion and rank.
 * Every other figure is {@linkplain #unsure() listed} with its reason, and so is each that {@linkplain #doubts() cannot be
 * read whole} or of which the reader {@linkplain FigureMention#doubts() doubts} what it means: none is dropped, none is rounded, and if
 * two compete for one place neither is used. Figures of a plan are
 * targets; titles that were awarded are recognitions, and projects named with a stage are projects with a milestone.
 *
 * <p>What the report does not say is never chosen silently: region and period have to be given, and every guess is listed
 * in {@link #guesses()}. Observations that come from a draft have the status {@code UNVALIDATED}, those that
 * the report expects {@code FORECAST}. Immutable and thread-safe.
 *
 * <pre>{@code
 * DraftRegion region = DraftRegion.of("440307003", known, Divisions.load());
 * CatalogDraft.of(report, known, region).writeTo(Path.of("draft"));
 * }</pre>
 */
public final class CatalogDraft {
    private final ImmutableList<IndicatorMatch> bindings;
    private final ImmutableList<IndicatorMatch> unsure;
    private final ImmutableList<FigureDoubt> doubts;
    private final ImmutableList<String> proposed;
    private final ImmutableList<DraftGuess> guesses;
    private final Catalog catalog;

    private CatalogDraft(WorkReport report, TimePeriod period, KnownIndicators indicators, DraftRegion region) {
        Catalog known = indicators.catalog();
        ImmutableList.Builder<FigureMention> read = ImmutableList.builder();
        ImmutableList.Builder<FigureDoubt> doubted = ImmutableList.builder();
        FigureReader.read(report, ReaderVocabulary.of(known), read::add, doubted::add);
        ImmutableList<FigureMention> figures = read.build();
        Map<FigureMention, MentionContext> contexts = contexts(report, figures);
        DraftLedger ledger = new DraftLedger(figures);
        DraftRules rules = new DraftRules(report, period, region);
        contexts.forEach((figure, around) -> rules.question(figure, around)
                .ifPresent(question -> ledger.leaveOpen(IndicatorMatch.open(
                        figure,
                        Part.of(figure, false),
                        region.code(),
                        ImmutableList.of(),
                        question.reason(),
                        question.detail()))));
        boolean samePlace = isSamePlace(indicators.place(), region);
        WholeNames names = new WholeNames(indicators.commonOnes(), report, region);
        BindingRules binding = new BindingRules(indicators, rules, samePlace);
        RegionFinder regions = new RegionFinder(region);
        new IndicatorBinder(report, indicators.place(), names, regions, rules, binding, ledger, samePlace)
                .bind(figures, contexts);
        ImmutableList<IndicatorMatch> toKnown = ledger.placed();
        IndicatorProposals proposals = new IndicatorProposals(period, regions, binding, rules, ledger, names);
        proposals.propose(contexts);
        DraftAssembler assembler = new DraftAssembler(report, period, known, region, names);
        for (IndicatorMatch made : toKnown) {
            assembler.add(made, quantity(made, known, rules, binding, contexts), standing(rules, made, contexts));
            noteUnit(made, known, assembler);
        }
        Map<IndicatorMatch, Quantity> changes = new LinkedHashMap<>();
        proposals
                .values()
                .forEach(value -> value.attached.forEach(made -> quantity(made, known, rules, binding, contexts)
                        .ifPresent(quantity -> changes.put(made, quantity))));
        proposals.values().forEach(value -> assembler.propose(value, changes));
        assembler.addNamed(report);
        this.bindings = ledger.sure();
        this.unsure = ledger.open();
        this.doubts = doubted.build();
        this.catalog = assembler.build();
        this.proposed = assembler.proposed();
        this.guesses = assembler.guesses();
    }

    private static Map<FigureMention, MentionContext> contexts(
            WorkReport report, ImmutableList<FigureMention> figures) {
        SharedNames names = new SharedNames(report, figures);
        Map<FigureMention, MentionContext> contexts = new LinkedHashMap<>();
        @Nullable FigureMention before = null;
        for (int i = 0; i < figures.size(); i++) {
            FigureMention figure = figures.get(i);
            FigureMention next = i + 1 < figures.size() ? figures.get(i + 1) : null;
            contexts.put(figure, new MentionContext(report, figure, before, next, names));
            before = figure;
        }
        return contexts;
    }

    /** Returns whether most observations of the catalogue are of the region; a catalogue without any may be of every place. */
    private static boolean isSamePlace(Catalog known, DraftRegion region) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Observation observation : known.observations()) {
            counts.merge(observation.region(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().equals(region.code()))
                .orElse(true);
    }

    private static Standing standing(
            DraftRules rules, IndicatorMatch made, Map<FigureMention, MentionContext> contexts) {
        FigureMention figure = made.figure().orElse(null);
        MentionContext around = figure == null ? null : contexts.get(figure);
        return figure == null || around == null ? Standing.DONE : rules.standing(figure, around);
    }

    private static Optional<Quantity> quantity(
            IndicatorMatch made,
            Catalog known,
            DraftRules rules,
            BindingRules binding,
            Map<FigureMention, MentionContext> contexts) {
        FigureMention figure = made.figure().orElse(null);
        MentionContext around = figure == null ? null : contexts.get(figure);
        if (figure == null || around == null) {
            return Optional.empty();
        }
        return switch (made.part()) {
            case VALUE ->
                binding.valueIn(figure, known.indicator(made.indicators().get(0)));
            case CHANGE -> rules.signed(figure, around).map(ObservationDraft::ratio);
            case COMPLETION, RANK, NAME -> Optional.empty();
        };
    }

    private static void noteUnit(IndicatorMatch made, Catalog known, DraftAssembler assembler) {
        made.figure().filter(figure -> made.part() == Part.VALUE).ifPresent(figure -> {
            String id = made.indicators().get(0);
            String code = figure.quantity().unit().code();
            String own = known.indicator(id).unit().code();
            if (!code.equals(own)) {
                assembler.guess(new DraftGuess(id, "unit", own, "printed as " + code + ": " + made.quote()));
            }
        });
    }

    /**
     * Drafts a catalogue from a report that names its period.
     *
     * @param report the report
     * @param known the indicators to bind to
     * @param region the region that the report is about, or {@link DraftRegion#open()}. Where it is not the one that most
     *     observations of the catalogue are of, only figures that the report names exactly as the catalogue are bound
     * @return the draft
     * @throws IllegalArgumentException if neither headings nor title name the year of the figures, or only the title of a
     *     report that is given at the beginning of a year does (2023年政府工作报告 mostly looks back on 2022)
     */
    public static CatalogDraft of(WorkReport report, Catalog known, DraftRegion region) {
        return of(report, KnownIndicators.ofPlace(known), region);
    }

    /**
     * Drafts a catalogue from a report that names its period.
     *
     * @param report the report
     * @param known the indicators to bind to, common ones first
     * @param region the region, as for {@link #of(WorkReport, Catalog, DraftRegion)}
     * @return the draft
     * @throws IllegalArgumentException as for {@link #of(WorkReport, Catalog, DraftRegion)}
     */
    public static CatalogDraft of(WorkReport report, KnownIndicators known, DraftRegion region) {
        TimePeriod period = report.period()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "The report names no year in its title or its headings: expected the period that it reports on"));
        if (new ReportHeader(report).isYearOfDelivery()) {
            throw new IllegalArgumentException("The title names " + period + ", and a report of this kind mostly looks"
                    + " back on the year before: expected the period that it reports on");
        }
        return new CatalogDraft(report, period, known, region);
    }

    /**
     * Drafts a catalogue from a report on a given period.
     *
     * @param report the report
     * @param known the indicators to bind to
     * @param region the region, as for {@link #of(WorkReport, Catalog, DraftRegion)}
     * @param period what the report is about; sections whose headings name another year keep theirs
     * @return the draft
     */
    public static CatalogDraft of(WorkReport report, Catalog known, DraftRegion region, TimePeriod period) {
        return of(report, KnownIndicators.ofPlace(known), region, period);
    }

    /**
     * Drafts a catalogue from a report on a given period.
     *
     * @param report the report
     * @param known the indicators to bind to, common ones first
     * @param region the region, as for {@link #of(WorkReport, Catalog, DraftRegion)}
     * @param period what the report is about; sections whose headings name another year keep theirs
     * @return the draft
     */
    public static CatalogDraft of(WorkReport report, KnownIndicators known, DraftRegion region, TimePeriod period) {
        return new CatalogDraft(report.withPeriod(period), period, known, region);
    }

    /**
     * Returns the figures in the draft, values and those that belong to values, and the names of indicators without a figure.
     *
     * @return in the order of the text, names last
     */
    public ImmutableList<IndicatorMatch> bindings() {
        return bindings;
    }

    /**
     * Returns the figures that a person has to place. Together with those of {@link #bindings()} they are all figures of the
     * report.
     *
     * @return in the order of the text, each with the reason and the indicators that it may belong to
     */
    public ImmutableList<IndicatorMatch> unsure() {
        return unsure;
    }

    /**
     * Returns the figures that cannot be read whole, and so are not in the draft.
     *
     * @return in the order of the text; they are none of those that {@link FigureReader#read(WorkReport)} finds
     */
    public ImmutableList<FigureDoubt> doubts() {
        return doubts;
    }

    /**
     * Returns new indicators for the figures that fit none.
     *
     * @return ids of indicators of {@link #catalog()}, in the order of the text
     */
    public ImmutableList<String> proposed() {
        return proposed;
    }

    /**
     * Returns what the report does not say and a person has to check.
     *
     * @return region, title, publisher and planned period, then the kind of each proposed indicator
     */
    public ImmutableList<DraftGuess> guesses() {
        return guesses;
    }

    /**
     * Returns the draft as a catalogue.
     *
     * @return valid: the bound and the proposed indicators and their observations
     */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Writes the draft as a folder of catalogue files that
     * {@link org.grassrootskpi.json.CatalogJson#readFolder(Path)} loads, together with {@code unsure.tsv}, the figures that a
     * person has to place, and {@code guessed.tsv}, the guesses that a person has to check.
     *
     * @param folder a folder that is empty or not there
     * @throws IllegalArgumentException if the folder holds something; then nothing is written
     * @throws IOException if a file cannot be written; then nothing is left
     */
    public void writeTo(Path folder) throws IOException {
        NewFolder.write(folder, whole -> DraftFiles.write(this, whole));
    }
}
