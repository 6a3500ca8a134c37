package org.grassrootskpi.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * The validated root of documents, regions, sectors, indicators, identities, observations, recognitions, projects, their milestones,
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

    /** {@return the languages of the texts: each is in the first, and may be in the others; none where texts are in zh and in en} */
    public abstract ImmutableSet<Language> languages();

    /** {@return the units of the catalogue's own beside those of the library, in the order given} */
    public abstract ImmutableList<DeclaredUnit> units();

    /** {@return the documents that are cited, in the order given} */
    public abstract ImmutableList<Document> documents();

    /** {@return the levels of regions of the catalogue's own beside China's, from the outermost to the innermost} */
    public abstract ImmutableList<DeclaredLevel> regionLevels();

    /** {@return the regions, in the order given} */
    public abstract ImmutableList<Region> regions();

    /** {@return the groups of regions beside the tree, in the order given} */
    public abstract ImmutableList<RegionGroup> regionGroups();

    /** {@return the sectors, in the order given} */
    public abstract ImmutableList<Sector> sectors();

    /** {@return the indicators, in the order given} */
    public abstract ImmutableList<Indicator> indicators();

    /** {@return the relations between indicators that always hold, in the order given} */
    public abstract ImmutableList<Identity> identities();

    /**
     * Returns all observations, with every value of a key that has several.
     *
     * @return in the order given; no two of one key have the same {@linkplain Observation#vintage() vintage}, and at most one has none
     */
    public abstract ImmutableList<Observation> vintages();

    /**
     * Returns the rule by which one of several values of a key is preferred.
     *
     * @return {@link VintagePreference#NEWEST} unless said otherwise
     */
    @Value.Default
    public VintagePreference vintagePreference() {
        return VintagePreference.NEWEST;
    }

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
     * Returns the observations: of each key the one that {@link #vintagePreference()} prefers.
     *
     * @return in the order given, that of the first value of each key; all of them where no key has several values
     */
    @Value.Lazy
    public ImmutableList<Observation> observations() {
        return PreferredValues.of(vintages(), vintagePreference());
    }

    /**
     * Starts a catalogue. {@link Builder#build()} throws a {@link CatalogException} that lists every problem at once,
     * each with the path of the offending element.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the units that figures may be in: the standard ones, and those that the catalogue declares} */
    public UnitVocabulary unitVocabulary() {
        return index().units.get().vocabulary();
    }

    /**
     * {@return how tables print a unit of the catalogue's own; empty for any other, and for a multiple such as 万工时}
     *
     * @param unit any unit
     */
    public Optional<LocalizedText> unitName(Unit unit) {
        return index().units.get().name(unit);
    }

    /** {@return the levels that regions may have, in order: China's, and the catalogue's own} */
    public RegionLevels levels() {
        return index().levels.get();
    }

    @Value.Lazy
    CatalogIndex index() {
        return new CatalogIndex(this);
    }

    /**
     * {@return the document of an id}
     *
     * @param id its id
     * @throws UnknownIdException if there is none
     */
    public Document document(String id) {
        return CatalogIndex.find("document", id, index().documents.get());
    }

    /**
     * {@return the sector of an id}
     *
     * @param id its id
     * @throws UnknownIdException if there is none
     */
    public Sector sector(String id) {
        return CatalogIndex.find("sector", id, index().sectors.get());
    }

    /**
     * {@return the region of a code}
     *
     * @param code its code
     * @throws UnknownIdException if there is none
     */
    public Region region(String code) {
        return CatalogIndex.find("region", code, index().regions.get());
    }

    /**
     * {@return the indicator of an id}
     *
     * @param id its id
     * @throws UnknownIdException if there is none
     */
    public Indicator indicator(String id) {
        return CatalogIndex.find("indicator", id, index().indicators.get());
    }

    /**
     * {@return the project of an id}
     *
     * @param id its id
     * @throws UnknownIdException if there is none
     */
    public Project project(String id) {
        return CatalogIndex.find("project", id, index().projects.get());
    }

    /**
     * {@return the target of an id}
     *
     * @param id its id
     * @throws UnknownIdException if there is none
     */
    public Target target(String id) {
        return CatalogIndex.find("target", id, index().targets.get());
    }

    /**
     * Returns what became of one target.
     *
     * @param target its id
     * @return in the order given, possibly none
     * @throws UnknownIdException if there is no such target
     */
    public ImmutableList<Outcome> outcomes(String target) {
        return index().outcomesByTarget.get().get(target(target).id());
    }

    /**
     * Returns the whole history of a project: its own milestones, and those that are recorded apart from it.
     *
     * @param project its id
     * @return in the order given, possibly none
     * @throws UnknownIdException if there is no such project
     */
    public ImmutableList<Milestone> milestones(String project) {
        return index().milestonesByProject.get().get(project(project).id());
    }

    /**
     * {@return the stage model of an id}
     *
     * @param id its id
     * @throws UnknownIdException if there is none
     */
    public StageModel stageModel(String id) {
        return CatalogIndex.find("stage model", id, index().stageModels.get());
    }

    /**
     * Returns the observations of one indicator.
     *
     * @param indicator its id
     * @return in the order given, possibly none
     * @throws UnknownIdException if there is no such indicator
     */
    public ImmutableList<Observation> observations(String indicator) {
        return index().observationsByIndicator.get().get(indicator(indicator).id());
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
        return Optional.ofNullable(index().observations.get().get(key));
    }

    /**
     * Returns every value of one key, as it was revised.
     *
     * @param indicator the indicator's id
     * @param region the region's code
     * @param period the period, which must be the very one that was observed
     * @return from the one that became known first to the newest, one without a vintage at the head; possibly none
     * @throws UnknownIdException if there is no such indicator or region
     */
    public ImmutableList<Observation> vintages(String indicator, String region, TimePeriod period) {
        String key = indicator(indicator).id() + ':' + region(region).code() + ':' + period;
        return index().vintages.get().get(key);
    }

    /**
     * Returns this catalogue as it was known on a day: without the values that became known later. Everything that is
     * asked of it, or of a table and an engine that are made from it, is answered as on that day. Outcomes and milestones stay, since
     * they are asked for with a day of their own.
     *
     * @param day any day
     * @return a catalogue whose {@link #vintages()} are those without a vintage and those known on the day
     */
    public Catalog asKnownOn(LocalDate day) {
        ImmutableList<Observation> known = vintages().stream()
                .filter(value -> value.vintage()
                        .filter(vintage -> vintage.knownOn().isAfter(day))
                        .isEmpty())
                .collect(toImmutableList());
        return known.size() == vintages().size()
                ? this
                : builder().from(this).vintages(known).build();
    }

    /** {@return the sectors that are parts of no other, in the order given} */
    public ImmutableList<Sector> topSectors() {
        return index().sectorsByParent.get().get("");
    }

    /**
     * Returns a sector with everything below it.
     *
     * @param sector the sector's id
     * @return the sector first, then depth first in the order given
     * @throws UnknownIdException if there is no such sector
     */
    public ImmutableList<Sector> sectorSubtree(String sector) {
        return CatalogIndex.subtree(sector(sector), index().sectorsByParent.get(), Sector::id);
    }

    /** {@return the regions that are parts of no other, in the order given} */
    public ImmutableList<Region> topRegions() {
        return index().regionsByParent.get().get("");
    }

    /**
     * Returns a region with everything below it.
     *
     * @param region the region's code
     * @return the region first, then depth first in the order given
     * @throws UnknownIdException if there is no such region
     */
    public ImmutableList<Region> regionSubtree(String region) {
        return CatalogIndex.subtree(region(region), index().regionsByParent.get(), Region::code);
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
        return formula(indicator(indicator));
    }

    /**
     * {@return the same of an indicator that was looked up already}
     *
     * @param indicator an indicator of this catalogue
     */
    public Optional<IndicatorFormula> formula(Indicator indicator) {
        return ResolvedFormula.of(this, indicator);
    }

    /**
     * Returns the indicators of one sector, without those of its sub-sectors.
     *
     * @param sector the sector's id
     * @return in the order given
     * @throws UnknownIdException if there is no such sector
     */
    public ImmutableList<Indicator> indicatorsOf(String sector) {
        return index().indicatorsBySector.get().get(sector(sector).id());
    }

    @Value.Check
    void check() {
        CatalogValidator.check(this);
    }

    /** Builds a {@link Catalog}; {@code build()} throws a {@link CatalogException} with every problem at once. */
    public static final class Builder extends ImmutableCatalog.Builder {
        Builder() {}

        /**
         * Adds observations; a value of a key that has one already needs another vintage.
         *
         * @param observations any number
         * @return this builder
         */
        public Builder addObservations(Observation... observations) {
            return addVintages(observations);
        }

        /**
         * Adds observations; a value of a key that has one already needs another vintage.
         *
         * @param observations any number
         * @return this builder
         */
        public Builder addAllObservations(Iterable<? extends Observation> observations) {
            return addAllVintages(observations);
        }

        /**
         * Sets the observations instead of those that were added before.
         *
         * @param observations any number
         * @return this builder
         */
        public Builder observations(Iterable<? extends Observation> observations) {
            return vintages(observations);
        }
    }
}
