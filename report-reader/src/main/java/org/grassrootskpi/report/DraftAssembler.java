package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Recognition;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.report.ProposalNames.Guess;
import org.grassrootskpi.time.TimePeriod;

/** Assembles the placed figures into a new catalogue, and lists what it had to guess. */
final class DraftAssembler {
    private static final String SECTOR = "draft";

    private final Catalog known;
    private final DraftRegion region;
    private final Document document;
    private final Map<String, ObservationDraft> observations = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final List<String> proposed = new ArrayList<>();
    private final List<DraftGuess> guesses = new ArrayList<>();
    private final DraftTargets targets = new DraftTargets();
    private final List<Recognition> recognitions = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();
    private final WholeNames names;
    private final String text;

    DraftAssembler(WorkReport report, TimePeriod period, Catalog known, DraftRegion region, WholeNames names) {
        this.known = known;
        this.region = region;
        this.names = names;
        this.text = report.reading();
        this.document = document(report, period);
    }

    private Document document(WorkReport report, TimePeriod period) {
        ReportHeader header = new ReportHeader(report);
        Optional<String> title = header.title();
        Optional<TimePeriod> planned = header.planned(period);
        guesses.add(new DraftGuess(
                "region", "code", region.code(), region.isOpen() ? "open: to be filled in" : region.toString()));
        guesses.add(new DraftGuess(
                "document",
                "title",
                title.orElse("待补"),
                title.isPresent() ? "the first line that reads like a title" : "no line reads like a title"));
        guesses.add(new DraftGuess("document", "publisher", "待补", "the report is not asked who published it"));
        guesses.add(new DraftGuess(
                "document",
                "plannedPeriod",
                planned.map(TimePeriod::toString).orElse(""),
                planned.isPresent() ? "a heading or the title" : "no heading names a later year for a plan"));
        return Document.builder()
                .id("report-" + period.toString().toLowerCase(Locale.ROOT))
                .title(LocalizedText.of(title.orElse("待补"), "Report on " + period + " (draft)"))
                .publisher(LocalizedText.of("待补", "To be filled in"))
                .period(period)
                .plannedPeriod(planned)
                .build();
    }

    /** Adds a figure of a known indicator, or its name. */
    void add(IndicatorMatch binding, Optional<Quantity> quantity, Standing standing) {
        Indicator indicator = known.indicator(binding.indicators().get(0));
        indicators.put(indicator.id(), indicator);
        TimePeriod period =
                binding.figure().flatMap(FigureMention::reportingPeriod).orElse(document.period());
        if (standing.isTarget()) {
            target(
                    indicator,
                    binding,
                    quantity.orElseThrow(),
                    standing.strength().orElseThrow(),
                    period);
            return;
        }
        ObservationDraft draft = observations.computeIfAbsent(
                ObservationDraft.key(indicator.id(), binding.region(), period),
                key -> new ObservationDraft(indicator, binding.region(), period));
        add(draft, binding, quantity, standing.isForecast());
    }

    private void target(
            Indicator indicator,
            IndicatorMatch binding,
            Quantity quantity,
            Target.Strength strength,
            TimePeriod deadline) {
        Indicator measured = binding.part() == Part.CHANGE ? targets.growth(indicator, quantity) : indicator;
        targets.value(measured, indicator.name().zh(), binding, quantity, strength, deadline, document.id());
    }

    private static void add(
            ObservationDraft draft, IndicatorMatch binding, Optional<Quantity> quantity, boolean forecast) {
        if (binding.part() == Part.VALUE) {
            draft.addValue(binding, quantity.orElseThrow(), forecast);
        } else if (binding.part() == Part.CHANGE) {
            draft.addChange(binding, quantity.orElseThrow());
        } else {
            draft.add(binding);
        }
    }

    /** Adds the value of a proposed indicator with its change, completion and ranks. */
    void propose(ProposedValue value, Map<IndicatorMatch, Quantity> changes) {
        Proposal of = value.of;
        Indicator indicator = indicators.computeIfAbsent(of.id, id -> {
            proposed.add(id);
            return indicator(of);
        });
        if (value.standing.isTarget()) {
            Target.Strength strength = value.standing.strength().orElseThrow();
            String name = of.kind == IndicatorKind.GROWTH ? of.of : of.name;
            targets.value(indicator, name, value.value, value.quantity, strength, value.period, document.id());
            value.attached.forEach(part -> target(
                    indicator, part, Optional.ofNullable(changes.get(part)).orElseThrow(), strength, value.period));
            return;
        }
        ObservationDraft draft = new ObservationDraft(indicator, value.region, value.period);
        observations.put(ObservationDraft.key(of.id, value.region, value.period), draft);
        draft.addValue(value.value, value.quantity, value.standing.isForecast());
        value.attached.forEach(part -> add(draft, part, Optional.ofNullable(changes.get(part)), false));
    }

    void guess(DraftGuess guess) {
        guesses.add(guess);
    }

    private Indicator indicator(Proposal of) {
        String named = of.of.isEmpty() ? of.name : of.of;
        if (!text.contains(named)) {
            guesses.add(new DraftGuess(of.id, "name", of.name, "not printed as one: composed of a list or its owner"));
        }
        guesses.add(new DraftGuess(of.id, "kind", of.kind.name(), of.why));
        if (of.unit.code().startsWith("raw:")) {
            guesses.add(
                    new DraftGuess(of.id, "unit", of.unit.code(), "kept as printed: not a unit that converts exactly"));
        }
        Guess<Direction> direction = of.kind == IndicatorKind.RANK
                ? new Guess<>(Direction.LOWER, "the first place is the best")
                : ProposalNames.direction(of.name);
        guesses.add(new DraftGuess(of.id, "direction", direction.value().name(), direction.why()));
        Guess<String> sector = ProposalNames.sector(of.name, known)
                .orElseGet(() -> new Guess<>(SECTOR, "no word says which sector it belongs to"));
        guesses.add(new DraftGuess(of.id, "sector", sector.value(), sector.why()));
        Indicator.Builder indicator = Indicator.builder()
                .id(of.id)
                .name(LocalizedText.of(of.name, english(of)))
                .sector(sector.value())
                .kind(of.kind)
                .unit(of.unit)
                .decimals(of.decimals)
                .direction(direction.value())
                .definition(LocalizedText.of(
                        "由报告自动起草，口径、类别和方向待核。",
                        "Drafted from a report: definition, kind and direction are to be checked."));
        if (of.whole.isPresent()) {
            parts(of, indicator);
        }
        if (of.kind == IndicatorKind.GROWTH) {
            base(of).ifPresent(indicator::base);
        }
        return indicator.build();
    }

    /** The two indicators of a share, where the draft has both in one unit. */
    private void parts(Proposal of, Indicator.Builder indicator) {
        Optional<Indicator> part = named(of.of);
        Optional<Indicator> whole = named(of.whole.orElseThrow());
        if (part.isPresent()
                && whole.isPresent()
                && part.get().kind().isAdditiveOverRegions()
                && whole.get().kind().isAdditiveOverRegions()
                && part.get().unit().hasSameBase(whole.get().unit())) {
            indicator.numerator(part.get().id()).denominator(whole.get().id());
        }
    }

    private Optional<String> base(Proposal of) {
        return named(of.of).map(Indicator::id);
    }

    /** The only indicator of the draft, or known one, with this name. */
    private Optional<Indicator> named(String name) {
        List<Indicator> found = new ArrayList<>();
        indicators.values().stream()
                .filter(indicator -> indicator.name().zh().equals(name))
                .forEach(found::add);
        if (found.isEmpty()) {
            names.of(name).forEach(named -> found.add(named.indicator));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The English name: of the glossary, composed of its terms, or still to be translated. */
    private String english(Proposal of) {
        Glossary glossary = Glossary.standard();
        Optional<String> term = glossary.term(of.name);
        if (term.isPresent()) {
            guesses.add(new DraftGuess(of.id, "name.en", term.get(), "a term of the glossary"));
            return upperFirst(term.get());
        }
        Optional<String> composed = of.whole.isPresent()
                ? glossary.compose(of.of)
                        .flatMap(part ->
                                glossary.compose(of.whole.get()).map(whole -> "share of " + part + " in " + whole))
                : glossary.compose(of.name);
        guesses.add(new DraftGuess(
                of.id,
                "name.en",
                composed.orElse(""),
                composed.isPresent() ? "composed of terms of the glossary" : "to be translated"));
        return composed.map(DraftAssembler::upperFirst).orElse("To be translated: " + of.name);
    }

    private static String upperFirst(String english) {
        return english.isEmpty() ? english : Character.toUpperCase(english.charAt(0)) + english.substring(1);
    }

    /** Adds the honours and the projects that the review names. */
    void addNamed(WorkReport report) {
        recognitions.addAll(DraftedHonours.of(report, document.period(), known, region, document.id(), SECTOR));
        projects.addAll(DraftedProjects.of(report, document.period(), known, region, names, document.id(), SECTOR));
        projects.forEach(project -> guesses.add(new DraftGuess(
                project.id(),
                "stage",
                project.milestones().get(0).stage(),
                project.milestones().get(0).citation().quote())));
    }

    ImmutableList<String> proposed() {
        return ImmutableList.copyOf(proposed);
    }

    ImmutableList<DraftGuess> guesses() {
        return ImmutableList.copyOf(guesses);
    }

    Catalog build() {
        ImmutableSet<Indicator> all = withReferences();
        Set<String> sectors = new LinkedHashSet<>();
        all.forEach(indicator -> addSector(indicator.sector(), sectors));
        recognitions.forEach(recognition -> addSector(recognition.sector(), sectors));
        projects.forEach(project -> addSector(project.sector(), sectors));
        Catalog.Builder builder = Catalog.builder();
        builder.addDocuments(document);
        builder.addAllUnits(known.units());
        builder.addAllRegionLevels(known.regionLevels());
        builder.addAllRegions(regions());
        known.sectors().stream().filter(sector -> sectors.contains(sector.id())).forEach(builder::addSectors);
        if (sectors.contains(SECTOR)
                && known.sectors().stream().noneMatch(sector -> sector.id().equals(SECTOR))) {
            builder.addSectors(Sector.builder()
                    .id(SECTOR)
                    .name(LocalizedText.of("待归类", "To be placed"))
                    .build());
        }
        builder.addAllIndicators(all);
        builder.addAllTargets(targets.targets());
        builder.addAllRecognitions(recognitions);
        if (!projects.isEmpty()) {
            builder.addStageModels(DraftedProjects.model()).addAllProjects(projects);
        }
        observations.values().forEach(of -> builder.addObservations(of.observation(document.id())));
        return builder.build();
    }

    /** The sector and those above it. */
    private void addSector(String sector, Set<String> sectors) {
        for (Optional<String> id = Optional.of(sector); id.isPresent() && sectors.add(id.get()); ) {
            id = id.get().equals(SECTOR)
                    ? Optional.empty()
                    : known.sector(id.get()).parent();
        }
    }

    /** The region, those above it, and its parts that have observations. */
    private ImmutableList<Region> regions() {
        Set<String> used = new HashSet<>();
        observations.values().forEach(of -> used.add(of.region()));
        targets.targets().forEach(of -> used.add(of.region()));
        return ImmutableList.<Region>builder()
                .addAll(region.above())
                .add(region.home())
                .addAll(region.parts().stream()
                        .filter(part -> used.contains(part.code()))
                        .iterator())
                .build();
    }

    /** The indicators and those that they refer to. */
    private ImmutableSet<Indicator> withReferences() {
        Set<Indicator> all = new LinkedHashSet<>();
        List<Indicator> waiting = new ArrayList<>(indicators.values());
        waiting.addAll(targets.growths());
        Set<String> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            Indicator indicator = waiting.remove(0);
            if (seen.add(indicator.id())) {
                all.add(indicator);
                Stream.of(
                                indicator.numerator(),
                                indicator.denominator(),
                                indicator.weight(),
                                indicator.base(),
                                indicator.partOf())
                        .flatMap(Optional::stream)
                        .map(id -> Optional.ofNullable(indicators.get(id)).orElseGet(() -> known.indicator(id)))
                        .forEach(waiting::add);
            }
        }
        return ImmutableSet.copyOf(all);
    }
}
