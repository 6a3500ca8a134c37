package org.grassrootskpi.model;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.graph.Traverser;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The elements of a catalogue by their ids and by what they belong to; each index is made when it is first asked for. */
final class CatalogIndex {
    final Index<DeclaredUnits> units;
    final Index<RegionLevels> levels;
    final Index<ImmutableMap<String, Document>> documents;
    final Index<ImmutableMap<String, Sector>> sectors;
    final Index<ImmutableMap<String, Region>> regions;
    final Index<ImmutableMap<String, Indicator>> indicators;
    final Index<ImmutableMap<String, Project>> projects;
    final Index<ImmutableMap<String, StageModel>> stageModels;
    final Index<ImmutableMap<String, Target>> targets;
    final Index<ImmutableMap<String, Observation>> observations;
    final Index<ImmutableListMultimap<String, Observation>> observationsByIndicator;
    final Index<ImmutableListMultimap<String, Observation>> vintages;
    final Index<ImmutableListMultimap<String, Outcome>> outcomesByTarget;
    final Index<ImmutableListMultimap<String, Milestone>> milestonesByProject;
    final Index<ImmutableListMultimap<String, Indicator>> indicatorsBySector;
    final Index<ImmutableListMultimap<String, Sector>> sectorsByParent;
    final Index<ImmutableListMultimap<String, Region>> regionsByParent;

    /** What is made when it is first asked for. Thread-safe. */
    static final class Index<T> {
        private final Supplier<T> made;

        private Index(Supplier<T> made) {
            this.made = made;
        }

        static <T> Index<T> of(Supplier<T> maker) {
            return new Index<>(Suppliers.memoize(maker));
        }

        T get() {
            return Objects.requireNonNull(made.get());
        }
    }

    CatalogIndex(Catalog catalog) {
        units = Index.of(() -> new DeclaredUnits(catalog.units()));
        levels = Index.of(() -> RegionLevels.of(catalog.regionLevels()));
        documents = unique(catalog.documents(), Document::id);
        sectors = unique(catalog.sectors(), Sector::id);
        regions = unique(catalog.regions(), Region::code);
        indicators = unique(catalog.indicators(), Indicator::id);
        projects = unique(catalog.projects(), Project::id);
        stageModels = unique(catalog.stageModels(), StageModel::id);
        targets = unique(catalog.targets(), Target::id);
        observations = Index.of(() -> Maps.uniqueIndex(catalog.observations(), Observation::key));
        observationsByIndicator = Index.of(() -> Multimaps.index(catalog.observations(), Observation::indicator));
        vintages = Index.of(() -> catalog.vintages().stream()
                .sorted(Comparator.comparing(Observation::vintage, VintagePreference.NEWEST.order()))
                .collect(toImmutableListMultimap(Observation::key, value -> value)));
        outcomesByTarget = grouped(catalog.outcomes(), Outcome::target);
        milestonesByProject = Index.of(() -> milestones(catalog));
        indicatorsBySector = grouped(catalog.indicators(), Indicator::sector);
        sectorsByParent = grouped(catalog.sectors(), sector -> sector.parent().orElse(""));
        regionsByParent = grouped(catalog.regions(), region -> region.parent().orElse(""));
    }

    private static <T> Index<ImmutableMap<String, T>> unique(Collection<T> elements, Function<T, String> id) {
        return Index.of(() -> Maps.uniqueIndex(elements, id::apply));
    }

    private static <T> Index<ImmutableListMultimap<String, T>> grouped(List<T> elements, Function<T, String> group) {
        return Index.of(() -> Multimaps.index(elements, group::apply));
    }

    static <T> ImmutableList<T> subtree(T root, ImmutableListMultimap<String, T> children, Function<T, String> id) {
        return ImmutableList.copyOf(
                Traverser.<T>forTree(node -> children.get(id.apply(node))).depthFirstPreOrder(root));
    }

    static <T> T find(String noun, String id, ImmutableMap<String, T> byId) {
        T found = byId.get(id);
        if (found == null) {
            throw new UnknownIdException(noun, id, byId.keySet());
        }
        return found;
    }

    private static ImmutableListMultimap<String, Milestone> milestones(Catalog catalog) {
        ImmutableListMultimap.Builder<String, Milestone> all = ImmutableListMultimap.builder();
        catalog.projects().forEach(project -> all.putAll(project.id(), project.milestones()));
        catalog.milestones().forEach(apart -> all.put(apart.project(), apart.milestone()));
        return all.build();
    }
}
