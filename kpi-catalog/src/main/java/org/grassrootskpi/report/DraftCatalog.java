package org.grassrootskpi.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grassrootskpi.io.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.Binding.Part;
import org.grassrootskpi.time.Period;

/** Puts bound and proposed figures together into a catalogue of its own, and writes it in files. */
final class DraftCatalog {
    private static final String SECTOR = "draft";
    private static final int MAX_DECIMALS = 9;
    private static final int ROUNDED_DECIMALS = 2;
    private static final ImmutableList<ImmutableList<String>> FILES = ImmutableList.of(
            ImmutableList.of("1-common.json", "documents", "regions", "sectors"),
            ImmutableList.of("2-indicators.json", "indicators"),
            ImmutableList.of("3-observations.json", "observations"));

    private final WorkReport report;
    private final Catalog known;
    private final Document document;
    private final RegionFinder regions;
    private final Map<String, Parts> parts = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Indicator> drafted = new LinkedHashMap<>();
    private final List<String> proposed = new ArrayList<>();
    private final Catalog catalog;

    DraftCatalog(
            WorkReport report, Catalog known, ImmutableList<Binding> bindings, ImmutableList<FigureMention> unbound) {
        this.report = report;
        this.known = known;
        this.document = document();
        this.regions = new RegionFinder(known);
        bindings.forEach(this::add);
        unbound.forEach(this::propose);
        this.catalog = build();
    }

    Catalog catalog() {
        return catalog;
    }

    ImmutableList<String> proposed() {
        return ImmutableList.copyOf(proposed);
    }

    private Document document() {
        Period period = report.period().orElseGet(() -> Period.ofYear(1));
        String title = report.paragraphs().isEmpty()
                ? "报告"
                : report.paragraphs().get(0).text();
        String name = title.length() > 40 ? title.substring(0, 40) : title;
        return Document.builder()
                .id("report-" + period.year())
                .title(LocalizedText.of(name, "Report on " + period + " (draft)"))
                .publisher(LocalizedText.of("待补", "To be filled in"))
                .period(period)
                .build();
    }

    private void add(Binding binding) {
        Indicator indicator = known.indicator(binding.indicators().get(0));
        indicators.put(indicator.id(), indicator);
        Period period = binding.figure().flatMap(FigureMention::period).orElse(document.period());
        Parts of = parts.computeIfAbsent(
                indicator.id() + ' ' + binding.region() + ' ' + period,
                key -> new Parts(indicator, binding.region(), period));
        of.add(binding);
    }

    private void propose(FigureMention figure) {
        String code = figure.quantity().unit().code();
        boolean value = figure.comparison().isEmpty() && figure.role() != Role.FROM && figure.role() != Role.THRESHOLD;
        String subject = figure.subject();
        if (!value || subject.isBlank() || code.equals("times") || code.equals("count:年") || code.equals("rank")) {
            return;
        }
        Period period = figure.period().orElse(document.period());
        String key = subject + ' ' + code;
        Indicator indicator = drafted.get(key);
        if (indicator == null) {
            indicator = indicator("draft.i" + (drafted.size() + 1), subject, figure.quantity());
            drafted.put(key, indicator);
            indicators.put(indicator.id(), indicator);
            proposed.add(indicator.id());
        }
        Indicator of = indicator;
        Parts there = parts.computeIfAbsent(of.id() + ' ' + period, absent -> new Parts(of, regions.home(), period));
        if (there.isEmpty()) {
            there.add(new Binding(figure, figure.phrase(), Part.VALUE, regions.home(), ImmutableList.of(of.id()), ""));
        }
    }

    private static Indicator indicator(String id, String name, Quantity figure) {
        Unit unit = figure.unit().base();
        boolean rate = unit.code().equals("ratio") || unit.code().startsWith("raw:");
        return Indicator.builder()
                .id(id)
                .name(LocalizedText.of(name, "To be translated: " + name))
                .sector(SECTOR)
                .kind(rate || unit.code().equals("percentage-point") ? IndicatorKind.RATIO : IndicatorKind.FLOW)
                .unit(unit)
                .decimals(MAX_DECIMALS)
                .direction(Direction.NEUTRAL)
                .definition(LocalizedText.of(
                        "由报告自动起草，口径、类别和方向待核。",
                        "Drafted from a report: definition, kind and direction are to be checked."))
                .build();
    }

    private Catalog build() {
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
        parts.values().forEach(of -> builder.addObservations(of.observation()));
        return builder.build();
    }

    /** The regions of the observations and those above them, as the known catalogue lists them. */
    private ImmutableList<Region> regions() {
        Set<String> codes = new HashSet<>();
        codes.add(regions.home());
        parts.values().forEach(of -> codes.add(of.region));
        for (int before = 0; before < codes.size(); ) {
            before = codes.size();
            known.regions().stream()
                    .filter(region -> codes.contains(region.code()))
                    .flatMap(region -> region.parent().stream())
                    .toList()
                    .forEach(codes::add);
        }
        ImmutableList<Region> kept = known.regions().stream()
                .filter(region -> codes.contains(region.code()))
                .collect(ImmutableList.toImmutableList());
        return !kept.isEmpty()
                ? kept
                : ImmutableList.of(Region.builder()
                        .code(RegionFinder.NONE)
                        .name(LocalizedText.of("待补", "To be filled in"))
                        .level(RegionLevel.TOWNSHIP)
                        .build());
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

    void writeTo(Path folder, ImmutableList<Binding> unsure) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode whole = mapper.readTree(CatalogJson.toJson(catalog));
        for (ImmutableList<String> file : FILES) {
            ObjectNode part = mapper.createObjectNode();
            file.subList(1, file.size()).stream().filter(whole::has).forEach(name -> part.set(name, whole.get(name)));
            if (!part.isEmpty()) {
                Files.writeString(folder.resolve(file.get(0)), part.toPrettyString() + "\n");
            }
        }
        StringBuilder lines = new StringBuilder("start\tquote\tsubject\tindicators\treason\n");
        for (Binding binding : unsure) {
            FigureMention figure = binding.figure().orElseThrow();
            lines.append(figure.start())
                    .append('\t')
                    .append(oneLine(binding.quote()))
                    .append('\t')
                    .append(oneLine(figure.subject()))
                    .append('\t')
                    .append(String.join(" ", binding.indicators()))
                    .append('\t')
                    .append(binding.reason())
                    .append('\n');
        }
        Files.writeString(folder.resolve("unsure.tsv"), lines);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** What the report says of one indicator and period. */
    private final class Parts {
        private final Indicator indicator;
        private final String region;
        private final Period period;
        private final Map<Part, Binding> bindings = new LinkedHashMap<>();

        Parts(Indicator indicator, String region, Period period) {
            this.indicator = indicator;
            this.region = region;
            this.period = period;
        }

        boolean isEmpty() {
            return bindings.isEmpty();
        }

        void add(Binding binding) {
            bindings.putIfAbsent(binding.part(), binding);
        }

        Observation observation() {
            Binding first = bindings.getOrDefault(
                    Part.VALUE, bindings.values().iterator().next());
            Observation.Builder builder = Observation.builder();
            builder.indicator(indicator.id())
                    .region(region)
                    .period(period)
                    .citation(Citation.of(document.id(), section(first), first.quote()));
            Optional<Quantity> value = figure(Part.VALUE)
                    .map(FigureMention::quantity)
                    .filter(quantity -> quantity.unit().hasSameBase(indicator.unit()))
                    .map(this::held);
            builder.figure(value);
            boolean planned = figure(Part.VALUE)
                    .map(figure -> figure.role() == Role.TARGET)
                    .orElse(false);
            builder.status(
                    value.isEmpty()
                            ? ObservationStatus.MISSING
                            : planned ? ObservationStatus.FORECAST : ObservationStatus.UNVALIDATED);
            figure(Part.CHANGE).flatMap(this::change).ifPresent(builder::yearOnYear);
            figure(Part.COMPLETION)
                    .filter(figure -> figure.quantity().unit().code().equals("ratio")
                            && figure.quantity().value().signum() > 0)
                    .ifPresent(figure -> builder.completion(Completion.of(figure.quantity(), figure.phrase())));
            return builder.build();
        }

        private Optional<FigureMention> figure(Part part) {
            return Optional.ofNullable(bindings.get(part)).flatMap(Binding::figure);
        }

        private String section(Binding binding) {
            return binding.figure()
                    .map(figure -> figure.section().path())
                    .filter(path -> !path.isEmpty())
                    .orElse("0");
        }

        /** The figure with no more decimals than the indicator holds: 亩 has no finite decimal in square metres. */
        private Quantity held(Quantity figure) {
            if (figure.value().scale() <= indicator.decimals()) {
                return figure;
            }
            int decimals = Math.min(indicator.decimals(), ROUNDED_DECIMALS);
            return Quantity.of(
                            figure.value().setScale(decimals, RoundingMode.HALF_EVEN),
                            figure.unit().base())
                    .withQualifier(figure.qualifier());
        }

        /** A change as a ratio, a fall below zero. */
        private Optional<Change> change(FigureMention figure) {
            Quantity quantity = figure.quantity();
            String code = quantity.unit().code();
            if (!code.equals("ratio") && !code.equals("times")) {
                return Optional.empty();
            }
            Quantity ratio = Quantity.of(quantity.value(), Unit.parse("ratio")).withQualifier(quantity.qualifier());
            boolean fall = figure.comparison().equals(Optional.of(Comparison.YOY_DECREASE));
            return Optional.of(Change.builder()
                    .value(fall ? ratio.negated() : ratio)
                    .basis(figure.phrase().contains("同比") ? Change.Basis.STATED : Change.Basis.IMPLIED)
                    .quote(figure.phrase())
                    .build());
        }
    }
}
