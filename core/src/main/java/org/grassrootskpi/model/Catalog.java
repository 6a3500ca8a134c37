package org.grassrootskpi.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.graph.Traverser;
import java.util.Optional;
import java.util.function.Function;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * The validated root of documents, regions, sectors, indicators, observations, recognitions, projects, their milestones,
 * programmes, targets and what became of them: every reference in it resolves, every id is unique, and every figure fits its indicator.
 *
 * <p>Look-ups by id throw {@link UnknownIdException}, which names the nearest spelling. Immutable.
 */
@Value.Immutable
public abstract class Catalog {
    /**
     * The form of every id and of the codes of regions, as a regular expression: words of letters and digits, joined by dots, hyphens
     * and underscores. Those of this library have small letters; those of others, such as {@code SP.POP.TOTL}, stay as they are. No two
     * differ in capital letters alone.
     */
    public static final String ID_FORM = "[A-Za-z0-9]+([._-][A-Za-z0-9]+)*";

    Catalog() {}

    /** {@return the documents that are cited, in the order given} */
    public abstract ImmutableList<Document> documents();

    /** {@return the regions, in the order given} */
    public abstract ImmutableList<Region> regions();

    /** {@return the groups of regions beside the tree, in the order given} */
    public abstract ImmutableList<RegionGroup> regionGroups();

    /** {@return the sectors, in the order given} */
    public abstract ImmutableList<Sector> sectors();

    /** {@return the indicators, in the order given} */
    public abstract ImmutableList<Indicator> indicators();

    /** {@return the observations, in the order given} */
    public abstract ImmutableList<Observation> observations();

    /** {@return the recognitions, in the order given} */
    public abstract ImmutableList<Recognition> recognitions();

    /** {@return the stage models, in the order given} */
    public abstract ImmutableList<StageModel> stageModels();

    /** {@return the projects, in the order given} */
    public abstract ImmutableList<Project> projects();

    /** {@return the milestones of projects that are recorded apart from them, such as those of a later report, in the order given} */
    public abstract ImmutableList<ProjectMilestone> milestones();

    /** {@return the programmes, in the order given} */
    public abstract ImmutableList<Programme> programmes();

    /** {@return the targets, in the order given} */
    public abstract ImmutableList<Target> targets();

    /**
     * Returns what became of the targets.
     *
     * @return in the order given
     */
    public abstract ImmutableList<Outcome> outcomes();

    /**
     * Starts a catalogue. {@link Builder#build()} throws a {@link CatalogException} that lists every problem at once,
     * each with the path of the offending element.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Lazy
    ImmutableMap<String, Document> documentsById() {
        return Maps.uniqueIndex(documents(), Document::id);
    }

    @Value.Lazy
    ImmutableMap<String, Sector> sectorsById() {
        return Maps.uniqueIndex(sectors(), Sector::id);
    }

    @Value.Lazy
    ImmutableMap<String, Region> regionsByCode() {
        return Maps.uniqueIndex(regions(), Region::code);
    }

    @Value.Lazy
    ImmutableMap<String, Indicator> indicatorsById() {
        return Maps.uniqueIndex(indicators(), Indicator::id);
    }

    @Value.Lazy
    ImmutableMap<String, Project> projectsById() {
        return Maps.uniqueIndex(projects(), Project::id);
    }

    @Value.Lazy
    ImmutableMap<String, StageModel> stageModelsById() {
        return Maps.uniqueIndex(stageModels(), StageModel::id);
    }

    @Value.Lazy
    ImmutableMap<String, Target> targetsById() {
        return Maps.uniqueIndex(targets(), Target::id);
    }

    @Value.Lazy
    ImmutableListMultimap<String, Outcome> outcomesByTarget() {
        return Multimaps.index(outcomes(), Outcome::target);
    }

    @Value.Lazy
    ImmutableListMultimap<String, Milestone> milestonesByProject() {
        ImmutableListMultimap.Builder<String, Milestone> all = ImmutableListMultimap.builder();
        projects().forEach(project -> all.putAll(project.id(), project.milestones()));
        milestones().forEach(apart -> all.put(apart.project(), apart.milestone()));
        return all.build();
    }

    @Value.Lazy
    ImmutableListMultimap<String, Observation> observationsByIndicator() {
        return Multimaps.index(observations(), Observation::indicator);
    }

    @Value.Lazy
    ImmutableMap<String, Observation> observationsByKey() {
        return Maps.uniqueIndex(observations(), Observation::key);
    }

    @Value.Lazy
    ImmutableListMultimap<String, Sector> sectorsByParent() {
        return Multimaps.index(sectors(), sector -> sector.parent().orElse(""));
    }

    @Value.Lazy
    ImmutableListMultimap<String, Region> regionsByParent() {
        return Multimaps.index(regions(), region -> region.parent().orElse(""));
    }

    /**
     * Looks up a document.
     *
     * @param id its id
     * @return the document
     * @throws UnknownIdException if there is none
     */
    public Document document(String id) {
        return find("document", id, documentsById());
    }

    /**
     * Looks up a sector.
     *
     * @param id its id
     * @return the sector
     * @throws UnknownIdException if there is none
     */
    public Sector sector(String id) {
        return find("sector", id, sectorsById());
    }

    /**
     * Looks up a region.
     *
     * @param code its code
     * @return the region
     * @throws UnknownIdException if there is none
     */
    public Region region(String code) {
        return find("region", code, regionsByCode());
    }

    /**
     * Looks up an indicator.
     *
     * @param id its id
     * @return the indicator
     * @throws UnknownIdException if there is none
     */
    public Indicator indicator(String id) {
        return find("indicator", id, indicatorsById());
    }

    /**
     * Looks up a project.
     *
     * @param id its id
     * @return the project
     * @throws UnknownIdException if there is none
     */
    public Project project(String id) {
        return find("project", id, projectsById());
    }

    /**
     * Looks up a target.
     *
     * @param id its id
     * @return the target
     * @throws UnknownIdException if there is none
     */
    public Target target(String id) {
        return find("target", id, targetsById());
    }

    /**
     * Returns what became of one target.
     *
     * @param target its id
     * @return in the order given, possibly none
     * @throws UnknownIdException if there is no such target
     */
    public ImmutableList<Outcome> outcomes(String target) {
        return outcomesByTarget().get(target(target).id());
    }

    /**
     * Returns the whole history of a project: its own milestones, and those that are recorded apart from it.
     *
     * @param project its id
     * @return in the order given, possibly none
     * @throws UnknownIdException if there is no such project
     */
    public ImmutableList<Milestone> milestones(String project) {
        return milestonesByProject().get(project(project).id());
    }

    /**
     * Looks up a stage model.
     *
     * @param id its id
     * @return the stage model
     * @throws UnknownIdException if there is none
     */
    public StageModel stageModel(String id) {
        return find("stage model", id, stageModelsById());
    }

    /**
     * Returns the observations of one indicator.
     *
     * @param indicator its id
     * @return in the order given, possibly none
     * @throws UnknownIdException if there is no such indicator
     */
    public ImmutableList<Observation> observations(String indicator) {
        return observationsByIndicator().get(indicator(indicator).id());
    }

    /**
     * Returns the observation of one indicator for one region and period.
     *
     * @param indicator the indicator's id
     * @param region the region's code
     * @param period the period, which must be the very one that was observed
     * @return the observation, or empty where nothing was observed
     * @throws UnknownIdException if there is no such indicator or region
     */
    public Optional<Observation> observation(String indicator, String region, TimePeriod period) {
        String key = indicator(indicator).id() + ':' + region(region).code() + ':' + period;
        return Optional.ofNullable(observationsByKey().get(key));
    }

    /** {@return the sectors that are parts of no other, in the order given} */
    public ImmutableList<Sector> topSectors() {
        return sectorsByParent().get("");
    }

    /**
     * Returns a sector with everything below it.
     *
     * @param sector the sector's id
     * @return the sector first, then depth first in the order given
     * @throws UnknownIdException if there is no such sector
     */
    public ImmutableList<Sector> sectorSubtree(String sector) {
        return subtree(sector(sector), sectorsByParent(), Sector::id);
    }

    /** {@return the regions that are parts of no other, in the order given} */
    public ImmutableList<Region> topRegions() {
        return regionsByParent().get("");
    }

    /**
     * Returns a region with everything below it.
     *
     * @param region the region's code
     * @return the region first, then depth first in the order given
     * @throws UnknownIdException if there is no such region
     */
    public ImmutableList<Region> regionSubtree(String region) {
        return subtree(region(region), regionsByParent(), Region::code);
    }

    /**
     * Returns how an indicator follows from indicators that follow from no others: its formula, or that of its numerator
     * and denominator if one of these has a formula, with the formulas and parts of others in place of their ids.
     *
     * @param indicator the indicator's id
     * @return a formula over FLOWs and STOCKs; empty for an indicator without one, and for a ratio of two observed parts
     * @throws UnknownIdException if there is no such indicator
     */
    public Optional<IndicatorFormula> formula(String indicator) {
        return ResolvedFormula.of(this, indicator(indicator));
    }

    /**
     * Returns the indicators of one sector, without those of its sub-sectors.
     *
     * @param sector the sector's id
     * @return in the order given
     * @throws UnknownIdException if there is no such sector
     */
    public ImmutableList<Indicator> indicatorsOf(String sector) {
        String id = sector(sector).id();
        return indicators().stream()
                .filter(indicator -> indicator.sector().equals(id))
                .collect(toImmutableList());
    }

    @Value.Check
    void check() {
        CatalogValidator.check(this);
    }

    private static <T> ImmutableList<T> subtree(
            T root, ImmutableListMultimap<String, T> children, Function<T, String> id) {
        return ImmutableList.copyOf(
                Traverser.<T>forTree(node -> children.get(id.apply(node))).depthFirstPreOrder(root));
    }

    private static <T> T find(String noun, String id, ImmutableMap<String, T> byId) {
        T found = byId.get(id);
        if (found == null) {
            throw new UnknownIdException(noun, id, byId.keySet());
        }
        return found;
    }

    /** Builds a {@link Catalog}; {@code build()} throws a {@link CatalogException} with every problem at once. */
    public static final class Builder extends ImmutableCatalog.Builder {
        Builder() {}
    }
}
