package org.grassrootskpi.json;

import com.google.common.collect.ImmutableList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.DeclaredLevel;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.ProjectMilestone;
import org.grassrootskpi.model.Recognition;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionGroup;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;

/**
 * One of the arrays that a catalogue file may hold.
 *
 * @param name the property's name
 * @param type the type of its elements
 * @param adder adds an element to a catalogue under construction
 * @param getter gives the elements of a catalogue
 */
record CatalogPart<T>(
        String name, Class<T> type, BiConsumer<Catalog.Builder, T> adder, Function<Catalog, ImmutableList<T>> getter) {

    static final CatalogPart<DeclaredUnit> UNITS =
            new CatalogPart<>("units", DeclaredUnit.class, Catalog.Builder::addUnits, Catalog::units);

    static final ImmutableList<CatalogPart<?>> ALL = ImmutableList.of(
            UNITS,
            new CatalogPart<>("documents", Document.class, Catalog.Builder::addDocuments, Catalog::documents),
            new CatalogPart<>(
                    "regionLevels", DeclaredLevel.class, Catalog.Builder::addRegionLevels, Catalog::regionLevels),
            new CatalogPart<>("regions", Region.class, Catalog.Builder::addRegions, Catalog::regions),
            new CatalogPart<>(
                    "regionGroups", RegionGroup.class, Catalog.Builder::addRegionGroups, Catalog::regionGroups),
            new CatalogPart<>("sectors", Sector.class, Catalog.Builder::addSectors, Catalog::sectors),
            new CatalogPart<>("indicators", Indicator.class, Catalog.Builder::addIndicators, Catalog::indicators),
            new CatalogPart<>("identities", Identity.class, Catalog.Builder::addIdentities, Catalog::identities),
            new CatalogPart<>("observations", Observation.class, Catalog.Builder::addObservations, Catalog::vintages),
            new CatalogPart<>(
                    "recognitions", Recognition.class, Catalog.Builder::addRecognitions, Catalog::recognitions),
            new CatalogPart<>("stageModels", StageModel.class, Catalog.Builder::addStageModels, Catalog::stageModels),
            new CatalogPart<>("projects", Project.class, Catalog.Builder::addProjects, Catalog::projects),
            new CatalogPart<>(
                    "milestones", ProjectMilestone.class, Catalog.Builder::addMilestones, Catalog::milestones),
            new CatalogPart<>("programmes", Programme.class, Catalog.Builder::addProgrammes, Catalog::programmes),
            new CatalogPart<>("targets", Target.class, Catalog.Builder::addTargets, Catalog::targets),
            new CatalogPart<>("outcomes", Outcome.class, Catalog.Builder::addOutcomes, Catalog::outcomes));

    ImmutableList<T> of(Catalog catalog) {
        return getter.apply(catalog);
    }
}
