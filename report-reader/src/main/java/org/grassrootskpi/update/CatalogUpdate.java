package org.grassrootskpi.update;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Outcome.Status;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.report.CatalogDraft;
import org.grassrootskpi.report.DraftRegion;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.KnownIndicators;
import org.grassrootskpi.report.ReaderVocabulary;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;

/**
 * What a new report adds to a catalogue: values of its indicators, milestones of its projects, what became of the commitments
 * of the last plan, and the commitments of the new one; and what a person should know before saying yes.
 *
 * <p>Nothing is added by itself. Each {@link #entries() entry} becomes a row of a {@link ReviewTable}, and {@link #accept} adds
 * those that are named, as a catalogue that is valid or not made at all. Figures are bound by the rules of {@link
 * CatalogDraft}. What no entry settles is in {@link #notes()}. Immutable.
 *
 * <p>{@link org.grassrootskpi.json.CatalogJson#toJsonAdditions} writes what was accepted as one file, which is added to those of
 * the catalogue.
 */
public final class CatalogUpdate {
    private final Catalog catalog;
    private final Document document;
    private final ImmutableList<UpdateEntry> entries;
    private final ImmutableList<UpdateNote> notes;

    private CatalogUpdate(
            Catalog catalog, Document document, ImmutableList<UpdateEntry> entries, ImmutableList<UpdateNote> notes) {
        this.catalog = catalog;
        this.document = document;
        this.entries = entries;
        this.notes = notes;
    }

    /**
     * Proposes what to add from a report that names its period.
     *
     * @param report a report on a period of which the catalogue has none yet
     * @param catalog the catalogue of one place
     * @return the proposal
     * @throws IllegalArgumentException if the report has no words, names no period or another place than that of the
     *     catalogue, or is in the catalogue already; or if the catalogue is of no place
     */
    public static CatalogUpdate propose(WorkReport report, Catalog catalog) {
        return propose(report, catalog, UpdateScope.period(report), UpdateScope.home(catalog));
    }

    /**
     * Proposes what to add from a report on a given period and region.
     *
     * @param report a report on a period of which the catalogue has none yet
     * @param catalog the catalogue
     * @param period what the report looks back on
     * @param region the region of the catalogue that the report is of
     * @return the proposal
     * @throws IllegalArgumentException as for {@link #propose(WorkReport, Catalog)}
     */
    public static CatalogUpdate propose(WorkReport report, Catalog catalog, TimePeriod period, Region region) {
        return propose(report, catalog, period, region, period.lastDay().plusDays(1));
    }

    /**
     * Proposes what to add from a report that became known on a given day. A value of a year that is in the catalogue with another
     * figure is proposed as a {@linkplain org.grassrootskpi.model.Vintage vintage} of that day, with a question; the catalogue keeps both.
     *
     * @param report a report on a period of which the catalogue has none yet
     * @param catalog the catalogue
     * @param period what the report looks back on
     * @param region the region of the catalogue that the report is of
     * @param knownOn the day on which it was published; the first day behind its period where nobody says
     * @return the proposal
     * @throws IllegalArgumentException as for {@link #propose(WorkReport, Catalog)}
     */
    public static CatalogUpdate propose(
            WorkReport report, Catalog catalog, TimePeriod period, Region region, LocalDate knownOn) {
        UpdateScope.check(report, catalog, period, region);
        WorkReport dated = report.withPeriod(period);
        CatalogDraft draft =
                CatalogDraft.of(dated, KnownIndicators.ofPlace(catalog), DraftRegion.of(region, catalog), period);
        Document document = UpdateScope.document(draft.catalog().documents().get(0), catalog, region);
        ImmutableList<ReportSentence> sentences = ReportSentence.of(dated);
        FigureUpdate figures = new FigureUpdate(catalog, draft, period, knownOn, document.id(), sentences);
        ImmutableList<Target> targets = lastPlan(catalog, period, region);
        CommitmentUpdate commitments = new CommitmentUpdate(catalog, targets, period, document.id());
        PlanUpdate plan = new PlanUpdate(catalog, document.plannedPeriod().orElseGet(period::next), document.id());
        NameIndex index = new NameIndex(catalog, targets);
        ImmutableListMultimap<Integer, FigureMention> bySentence = Multimaps.index(
                FigureReader.read(dated, ReaderVocabulary.of(catalog)),
                figure -> ReportSentence.at(sentences, figure.start()).place().start());
        List<UpdateNote> untaken = new ArrayList<>();
        Set<Integer> figured = new HashSet<>();
        List<UpdateEntry> planned = new ArrayList<>(PlannedFigures.of(catalog, draft, document.id(), sentences));
        planned.forEach(entry -> figured.add(entry.place().start()));
        for (ReportSentence sentence : sentences) {
            List<Statement> statements = Statement.in(sentence, index);
            if (!sentence.isPlan()) {
                statements.forEach(statement -> commitments.read(
                        statement, bySentence.get(sentence.place().start())));
            } else if (!statements.isEmpty()) {
                statements.stream()
                        .filter(statement -> !figured.contains(sentence.place().start()))
                        .forEach(plan::read);
            } else if (!figured.contains(sentence.place().start()) && !sentence.isHeading()) {
                untaken.add(new UpdateNote(
                        UpdateNote.Kind.PLAN_NOT_TAKEN,
                        sentence.text(),
                        UpdateTexts.of("plan-not-taken"),
                        Optional.of(sentence.place())));
            }
        }
        planned.addAll(plan.targets());
        commitments.plannedAgain(plan.targets());
        ImmutableList<UpdateEntry> entries = ImmutableList.<UpdateEntry>builder()
                .addAll(inOrder(figures.entries()))
                .addAll(inOrder(commitments.milestones()))
                .addAll(inOrder(commitments.outcomes()))
                .addAll(inOrder(planned))
                .build();
        ImmutableList<UpdateNote> notes = ImmutableList.<UpdateNote>builder()
                .addAll(figures.contradictions())
                .addAll(commitments.restarts())
                .addAll(commitments.notMentioned())
                .addAll(figures.unmatched())
                .addAll(figures.dropped(region.code()))
                .addAll(untaken)
                .build();
        return new CatalogUpdate(catalog, document, entries, notes);
    }

    /**
     * Returns the region that a catalogue is of: that of most of its observations, or else of most of its targets.
     *
     * @param catalog the catalogue
     * @return one of its regions
     * @throws IllegalArgumentException if it has neither observations nor targets
     */
    public static Region home(Catalog catalog) {
        return UpdateScope.home(catalog);
    }

    private static List<UpdateEntry> inOrder(List<UpdateEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingInt(entry -> entry.place().start()))
                .toList();
    }

    /** The targets of the latest plan for this period or an earlier one that are not known to be settled before. */
    private static ImmutableList<Target> lastPlan(Catalog catalog, TimePeriod period, Region region) {
        Set<String> regions = new HashSet<>();
        catalog.regionSubtree(region.code()).forEach(of -> regions.add(of.code()));
        Map<String, TimePeriod> plans = new LinkedHashMap<>();
        for (Document document : catalog.documents()) {
            document.plannedPeriod()
                    .filter(plan -> !plan.firstDay().isAfter(period.lastDay()))
                    .ifPresent(plan -> plans.put(document.id(), plan));
        }
        Set<String> settled = new HashSet<>();
        catalog.outcomes().stream()
                .filter(outcome -> outcome.asOf().lastDay().isBefore(period.firstDay()))
                .filter(outcome -> outcome.status() == Status.DONE
                        || outcome.status() == Status.DROPPED
                        || outcome.status() == Status.MERGED)
                .forEach(outcome -> settled.add(outcome.target()));
        List<Target> open = catalog.targets().stream()
                .filter(target -> plans.containsKey(target.citation().document())
                        && regions.contains(target.region())
                        && !settled.contains(target.id()))
                .toList();
        Optional<TimePeriod> last = open.stream()
                .flatMap(target ->
                        Optional.ofNullable(plans.get(target.citation().document())).stream())
                .max(Comparator.comparing(TimePeriod::lastDay));
        return open.stream()
                .filter(target -> last.equals(
                        Optional.ofNullable(plans.get(target.citation().document()))))
                .collect(toImmutableList());
    }

    /**
     * Returns the report as a document of the catalogue; it is added with the first entry that is accepted.
     *
     * @return its title, publisher, period and planned period
     */
    public Document document() {
        return document;
    }

    /**
     * Returns what can be added.
     *
     * @return values, milestones, outcomes and targets, each sort in the order of the text
     */
    public ImmutableList<UpdateEntry> entries() {
        return entries;
    }

    /**
     * Returns what a person should know and no entry settles.
     *
     * @return contradictions, restarts, commitments that are not mentioned, figures that fit nothing, indicators that are not
     *     mentioned any more, and clauses of the plan that are not taken, in this order
     */
    public ImmutableList<UpdateNote> notes() {
        return notes;
    }

    /**
     * Returns the notes of one sort.
     *
     * @param kind the sort
     * @return in the order of the text or of the catalogue
     */
    public ImmutableList<UpdateNote> notes(UpdateNote.Kind kind) {
        return notes.stream().filter(note -> note.kind() == kind).collect(toImmutableList());
    }

    /**
     * Adds the entries that a person has said yes to.
     *
     * @param ids ids of entries
     * @return the catalogue with the report as a document and these entries behind its own elements; the catalogue itself if
     *     there are none
     * @throws IllegalArgumentException if there is no entry of an id
     * @throws org.grassrootskpi.model.CatalogException if they contradict each other or the catalogue
     */
    public Catalog accept(Set<String> ids) {
        Map<String, UpdateEntry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        for (String id : ids) {
            if (!byId.containsKey(id)) {
                throw new IllegalArgumentException("Expected the id of an entry, got '" + id + "'");
            }
        }
        if (ids.isEmpty()) {
            return catalog;
        }
        Catalog.Builder grown = Catalog.builder().from(catalog).addDocuments(document);
        Set<String> added = new HashSet<>();
        for (UpdateEntry entry : entries) {
            if (ids.contains(entry.id())) {
                entry.indicators().stream()
                        .filter(indicator -> added.add(indicator.id()))
                        .forEach(grown::addIndicators);
                entry.addTo(grown);
            }
        }
        return grown.build();
    }
}
