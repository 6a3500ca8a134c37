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
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.report.IndicatorProposals.Claim;
import org.grassrootskpi.report.IndicatorProposals.Proposal;
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

    DraftAssembler(WorkReport report, TimePeriod period, Catalog known, DraftRegion region) {
        this.known = known;
        this.region = region;
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
    void add(IndicatorMatch binding, Optional<Quantity> quantity, boolean planned) {
        Indicator indicator = known.indicator(binding.indicators().get(0));
        indicators.put(indicator.id(), indicator);
        TimePeriod period =
                binding.figure().flatMap(FigureMention::reportingPeriod).orElse(document.period());
        ObservationDraft draft = observations.computeIfAbsent(
                ObservationDraft.key(indicator.id(), binding.region(), period),
                key -> new ObservationDraft(indicator, binding.region(), period));
        add(draft, binding, quantity, planned);
    }

    private static void add(
            ObservationDraft draft, IndicatorMatch binding, Optional<Quantity> quantity, boolean planned) {
        if (binding.part() == Part.VALUE) {
            draft.addValue(binding, quantity.orElseThrow(), planned);
        } else if (binding.part() == Part.CHANGE) {
            draft.addChange(binding, quantity.orElseThrow());
        } else {
            draft.add(binding);
        }
    }

    /** Adds the value of a proposed indicator with its change, completion and ranks. */
    void propose(Claim claim, Map<IndicatorMatch, Quantity> changes) {
        Proposal of = claim.of;
        Indicator indicator = indicators.computeIfAbsent(of.id, id -> {
            proposed.add(id);
            guesses.add(new DraftGuess(id, "kind", of.kind.name(), of.why));
            if (of.unit.code().startsWith("raw:")) {
                guesses.add(new DraftGuess(
                        id, "unit", of.unit.code(), "kept as printed: not a unit that converts exactly"));
            }
            return indicator(of);
        });
        ObservationDraft draft = new ObservationDraft(indicator, claim.region, claim.period);
        observations.put(ObservationDraft.key(of.id, claim.region, claim.period), draft);
        draft.addValue(claim.value, claim.quantity, claim.planned);
        claim.attached.forEach(part -> add(draft, part, Optional.ofNullable(changes.get(part)), false));
    }

    void guess(DraftGuess guess) {
        guesses.add(guess);
    }

    private static Indicator indicator(Proposal of) {
        return Indicator.builder()
                .id(of.id)
                .name(LocalizedText.of(of.name, "To be translated: " + of.name))
                .sector(SECTOR)
                .kind(of.kind)
                .unit(of.unit)
                .decimals(of.decimals)
                .direction(Direction.NEUTRAL)
                .definition(LocalizedText.of(
                        "由报告自动起草，口径、类别和方向待核。",
                        "Drafted from a report: definition, kind and direction are to be checked."))
                .build();
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
        for (Indicator indicator : all) {
            for (Optional<String> id = Optional.of(indicator.sector()); id.isPresent() && sectors.add(id.get()); ) {
                id = id.get().equals(SECTOR)
                        ? Optional.empty()
                        : known.sector(id.get()).parent();
            }
        }
        Catalog.Builder builder = Catalog.builder();
        builder.addDocuments(document);
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
        observations.values().forEach(of -> builder.addObservations(of.observation(document.id())));
        return builder.build();
    }

    /** The region, those above it, and its parts that have observations. */
    private ImmutableList<Region> regions() {
        Set<String> used = new HashSet<>();
        observations.values().forEach(of -> used.add(of.region()));
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
                        .map(known::indicator)
                        .forEach(waiting::add);
            }
        }
        return ImmutableSet.copyOf(all);
    }
}
