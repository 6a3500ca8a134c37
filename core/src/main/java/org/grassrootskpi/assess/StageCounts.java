package org.grassrootskpi.assess;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/**
 * Counts the projects at each stage, as indicators: stocks that the aggregation engine treats like any others.
 *
 * <p>The indicator of a stage is called {@code projects.<stage model>.<stage>}. A region's count covers everything within
 * it. A stage without projects has no observation.
 */
public final class StageCounts {
    private static final String SECTOR = "projects";
    private static final String DOCUMENT = "computed-stage-counts";
    private static final Unit PROJECTS = Unit.parse("count:个");

    private StageCounts() {}

    /**
     * Adds the counts to a catalogue.
     *
     * @param catalog a catalogue without a sector {@code projects}
     * @param periods the periods at whose ends the projects are counted
     * @return the catalogue with the indicators and an observation for each region, stage and period; their status is
     *     {@link ObservationStatus#ESTIMATED}, since documents report only some stages
     * @throws org.grassrootskpi.model.CatalogException if the catalogue has a sector {@code projects} already
     */
    public static Catalog addTo(Catalog catalog, Collection<TimePeriod> periods) {
        Catalog.Builder extended = Catalog.builder().from(catalog);
        extended.addSectors(Sector.builder()
                .id(SECTOR)
                .name(LocalizedText.of("项目", "Projects").within(catalog.languages()))
                .build());
        catalog.stageModels()
                .forEach(model ->
                        model.stages().forEach(stage -> extended.addIndicators(indicator(catalog, model, stage))));
        for (TimePeriod period : periods) {
            extended.addDocuments(Document.builder()
                    .id(document(period))
                    .title(LocalizedText.of("按阶段统计的项目数(计算值)", "Projects counted by stage (computed)")
                            .within(catalog.languages()))
                    .publisher(
                            LocalizedText.of("grassroots-kpi", "grassroots-kpi").within(catalog.languages()))
                    .period(period)
                    .build());
            extended.addAllObservations(observations(catalog, period));
        }
        return extended.build();
    }

    private static Indicator indicator(Catalog catalog, StageModel model, Stage stage) {
        return Indicator.builder()
                .id(id(model.id(), stage.id()))
                .name(LocalizedText.of(
                                model.name().zh() + "项目数:" + stage.name().zh(),
                                "Projects (" + model.name().en() + "): "
                                        + stage.name().en())
                        .within(catalog.languages()))
                .sector(SECTOR)
                .kind(IndicatorKind.STOCK)
                .unit(PROJECTS)
                .decimals(0)
                .direction(Direction.NEUTRAL)
                .definition(LocalizedText.of(
                                "期末处于该阶段的项目数,按已知的最远阶段计。",
                                "Projects whose furthest known stage at the end of the period is this one.")
                        .within(catalog.languages()))
                .build();
    }

    private static ImmutableList<Observation> observations(Catalog catalog, TimePeriod period) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (ProjectState state : Portfolio.of(catalog, period.lastDay()).projects()) {
            Project project = state.project();
            state.stage().ifPresent(stage -> {
                Map<String, Integer> byRegion =
                        counts.computeIfAbsent(id(project.stageModel(), stage.id()), id -> new HashMap<>());
                for (Optional<Region> at = Optional.of(catalog.region(project.region()));
                        at.isPresent();
                        at = at.get().parent().map(catalog::region)) {
                    byRegion.merge(at.get().code(), 1, Integer::sum);
                }
            });
        }
        ImmutableList.Builder<Observation> observations = ImmutableList.builder();
        counts.forEach((indicator, byRegion) -> new TreeMap<>(byRegion)
                .forEach((region, count) -> observations.add(Observation.builder()
                        .indicator(indicator)
                        .region(region)
                        .period(period)
                        .figure(Quantity.of(count, PROJECTS))
                        .status(ObservationStatus.ESTIMATED)
                        .citation(Citation.of(document(period), indicator, count.toString()))
                        .build())));
        return observations.build();
    }

    private static String document(TimePeriod period) {
        return DOCUMENT + "-" + Ascii.toLowerCase(period.toString());
    }

    private static String id(String model, String stage) {
        return SECTOR + "." + model + "." + stage;
    }
}
