package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Problem.Kind;

/** Checks the parts of a catalogue against each other and collects every problem, in the order of the catalogue. */
final class CatalogValidator {
    private final Catalog catalog;
    private final ProblemList problems = new ProblemList();
    private final ElementIds ids = new ElementIds(problems);
    private final Map<String, Document> documents;
    private final Map<String, Region> regions;
    private final Map<String, Sector> sectors;
    private final Map<String, Indicator> indicators;
    private final Map<String, StageModel> stageModels;
    private final Map<String, Project> projects;
    private final Map<String, Programme> programmes;
    private final Map<String, Target> targets;
    private final ResponsibilityRules responsibilities = new ResponsibilityRules(problems);
    private final CycleRules cycles = new CycleRules(problems);
    private final LevelRules levels;

    private CatalogValidator(Catalog catalog) {
        this.catalog = catalog;
        levels = new LevelRules(problems, catalog.levels());
        documents = ids.index("documents", catalog.documents(), Document::id);
        regions = ids.index("regions", catalog.regions(), Region::code);
        ids.index("regionGroups", catalog.regionGroups(), RegionGroup::code);
        sectors = ids.index("sectors", catalog.sectors(), Sector::id);
        indicators = ids.index("indicators", catalog.indicators(), Indicator::id);
        stageModels = ids.index("stageModels", catalog.stageModels(), StageModel::id);
        projects = ids.index("projects", catalog.projects(), Project::id);
        programmes = ids.index("programmes", catalog.programmes(), Programme::id);
        targets = ids.index("targets", catalog.targets(), Target::id);
    }

    /** Throws an exception with every problem, if there is any. */
    static void check(Catalog catalog) {
        CatalogValidator validator = new CatalogValidator(catalog);
        new UnitRules(validator.problems, catalog.units()).check();
        new LanguageRules(validator.problems, catalog).check();
        validator.regions();
        validator.sectors();
        validator.indicators();
        validator.identities();
        validator.observations();
        validator.recognitions();
        validator.stageModels();
        validator.projects();
        validator.milestones();
        validator.programmes();
        validator.targets();
        validator.outcomes();
        validator.dates();
        if (validator.problems.count() > 0) {
            throw new CatalogException(validator.problems.toList(), validator.problems.count());
        }
    }

    private void regions() {
        levels.declared(catalog.regionLevels());
        for (int i = 0; i < catalog.regions().size(); i++) {
            Region region = catalog.regions().get(i);
            // There may be a million of them: a path is made where something is wrong.
            int at = i;
            Optional<Region> parent =
                    region.parent().flatMap(code -> ids.reference("region", code, () -> path(at) + ".parent", regions));
            boolean known = levels.isKnown(region.level()) || levels.check(region.level(), path(at) + ".level");
            if (known
                    && parent.isPresent()
                    && !isBelow(region.level(), parent.get().level())) {
                problems.add(
                        Kind.CONTRADICTION,
                        path(at) + ".level",
                        "region '%s' of level %s cannot be a part of '%s' of level %s: expected a deeper level",
                        region.code(),
                        region.level(),
                        parent.get().code(),
                        parent.get().level());
            }
        }
        cycles.acyclic("regions", catalog.regions(), Region::code, Region::parent, regions);
        RegionGroupRules groups = new RegionGroupRules(problems, regions);
        for (int i = 0; i < catalog.regionGroups().size(); i++) {
            groups.check(catalog.regionGroups().get(i), "regionGroups[" + i + "]");
        }
    }

    private static String path(int region) {
        return "regions[" + region + "]";
    }

    /** Returns whether a level lies below another; an unknown one is reported elsewhere. */
    private boolean isBelow(RegionLevel level, RegionLevel above) {
        return !catalog.levels().contains(above) || catalog.levels().compare(level, above) > 0;
    }

    private void sectors() {
        for (int i = 0; i < catalog.sectors().size(); i++) {
            ids.optionalReference("sector", catalog.sectors().get(i).parent(), "sectors[" + i + "].parent", sectors);
        }
        cycles.acyclic("sectors", catalog.sectors(), Sector::id, Sector::parent, sectors);
    }

    private void indicators() {
        IndicatorRules rules = new IndicatorRules(problems);
        for (int i = 0; i < catalog.indicators().size(); i++) {
            Indicator indicator = catalog.indicators().get(i);
            String path = "indicators[" + i + "]";
            ids.reference("sector", indicator.sector(), path + ".sector", sectors);
            rules.check(
                    indicator,
                    path,
                    ids.optionalReference("indicator", indicator.numerator(), path + ".numerator", indicators),
                    ids.optionalReference("indicator", indicator.denominator(), path + ".denominator", indicators),
                    ids.optionalReference("indicator", indicator.weight(), path + ".weight", indicators),
                    ids.optionalReference("indicator", indicator.partOf(), path + ".partOf", indicators));
            ids.optionalReference("indicator", indicator.base(), path + ".base", indicators);
            responsibilities.check(indicator.responsible(), path);
        }
        cycles.acyclic("indicators", catalog.indicators(), Indicator::id, Indicator::partOf, indicators);
        cycles.acyclic("indicators", catalog.indicators(), Indicator::id, Indicator::base, indicators);
        new FormulaRules(problems, catalog.indicators(), indicators).check();
    }

    private void identities() {
        ids.index("identities", catalog.identities(), Identity::id);
        new IdentityRules(problems, indicators).check(catalog.identities());
    }

    private void observations() {
        QuantityRules rules = new QuantityRules(problems);
        RankRules ranks = new RankRules(problems);
        VintageRules vintages = new VintageRules(problems);
        for (int i = 0; i < catalog.vintages().size(); i++) {
            Observation observation = catalog.vintages().get(i);
            String path = "observations[" + i + "]";
            vintages.check(observation, path);
            ids.reference("region", observation.region(), path + ".region", regions);
            citation(observation.citation(), path + ".citation");
            Optional<Indicator> indicator =
                    ids.reference("indicator", observation.indicator(), path + ".indicator", indicators);
            rules.check(observation, path, indicator);
            ranks.check(observation.ranks(), path);
            levels.check(observation.ranks(), observation.awards(), observation.rating(), path);
        }
    }

    private void recognitions() {
        ids.index("recognitions", catalog.recognitions(), Recognition::id);
        RankRules ranks = new RankRules(problems);
        for (int i = 0; i < catalog.recognitions().size(); i++) {
            Recognition recognition = catalog.recognitions().get(i);
            String path = "recognitions[" + i + "]";
            ids.reference("sector", recognition.sector(), path + ".sector", sectors);
            ids.reference("region", recognition.region(), path + ".region", regions);
            citation(recognition.citation(), path + ".citation");
            ranks.check(recognition.ranks(), path);
            levels.check(recognition.ranks(), recognition.awards(), recognition.rating(), path);
        }
    }

    private void stageModels() {
        for (int i = 0; i < catalog.stageModels().size(); i++) {
            StageModel model = catalog.stageModels().get(i);
            String path = "stageModels[" + i + "].stages";
            if (model.stages().isEmpty()) {
                problems.add(
                        Kind.MISSING_PROPERTY,
                        path,
                        "stage model '%s' has no stages: expected at least one",
                        model.id());
            }
            ids.index(path, model.stages(), Stage::id);
        }
    }

    private void projects() {
        for (int i = 0; i < catalog.projects().size(); i++) {
            Project project = catalog.projects().get(i);
            String path = "projects[" + i + "]";
            ids.reference("sector", project.sector(), path + ".sector", sectors);
            ids.reference("region", project.region(), path + ".region", regions);
            for (int k = 0; k < project.places().size(); k++) {
                place(project, project.places().get(k), path + ".places[" + k + "]");
            }
            ids.optionalReference("region", project.scope(), path + ".scope", regions);
            ids.optionalReference("project", project.partOf(), path + ".partOf", projects);
            responsibilities.check(project.responsible(), path);
            Optional<StageModel> model =
                    ids.reference("stage model", project.stageModel(), path + ".stageModel", stageModels);
            for (int m = 0; m < project.milestones().size(); m++) {
                milestone(project.milestones().get(m), model, path + ".milestones[" + m + "]");
            }
        }
        cycles.acyclic("projects", catalog.projects(), Project::id, Project::partOf, projects);
    }

    private void milestones() {
        for (int i = 0; i < catalog.milestones().size(); i++) {
            ProjectMilestone apart = catalog.milestones().get(i);
            String path = "milestones[" + i + "]";
            milestone(
                    apart.milestone(),
                    ids.reference("project", apart.project(), path + ".project", projects)
                            .map(project -> stageModels.get(project.stageModel())),
                    path + ".milestone");
        }
    }

    private void milestone(Milestone milestone, Optional<StageModel> model, String at) {
        citation(milestone.citation(), at + ".citation");
        model.ifPresent(stages -> {
            stage(milestone.stage(), stages, at + ".stage");
            stages.stage(milestone.stage()).ifPresent(stage -> phase(milestone, stage, at + ".phase"));
        });
    }

    private void place(Project project, String place, String path) {
        Optional<Region> at = ids.reference("region", place, path, regions);
        while (at.isPresent() && !at.get().code().equals(project.region())) {
            at = at.get().parent().map(regions::get);
        }
        if (regions.containsKey(place) && at.isEmpty()) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    "place '%s' is not within '%s', the region of project '%s': expected a region that holds all its places",
                    place,
                    project.region(),
                    project.id());
        }
    }

    private void phase(Milestone milestone, Stage stage, String path) {
        boolean activity = stage.kind() == Stage.Kind.ACTIVITY;
        if (milestone.phase().isPresent() != activity) {
            problems.add(
                    Kind.CONTRADICTION,
                    path,
                    activity
                            ? "stage '%s' is an ACTIVITY: expected BEGUN or FINISHED"
                            : "stage '%s' is a STEP, which is reached at once: leave the phase out",
                    stage.id());
        }
    }

    private void programmes() {
        for (int i = 0; i < catalog.programmes().size(); i++) {
            Programme programme = catalog.programmes().get(i);
            String path = "programmes[" + i + "]";
            ids.reference("sector", programme.sector(), path + ".sector", sectors);
            ids.optionalReference("programme", programme.partOf(), path + ".partOf", programmes);
            if (programme.citations().isEmpty()) {
                problems.add(
                        Kind.MISSING_PROPERTY,
                        path + ".citations",
                        "programme '%s' has no citation: expected at least one",
                        programme.id());
            }
            for (int c = 0; c < programme.citations().size(); c++) {
                citation(programme.citations().get(c), path + ".citations[" + c + "]");
            }
            for (int k = 0; k < programme.indicators().size(); k++) {
                ids.reference("indicator", programme.indicators().get(k), path + ".indicators[" + k + "]", indicators);
            }
        }
        cycles.acyclic("programmes", catalog.programmes(), Programme::id, Programme::partOf, programmes);
    }

    private void targets() {
        QuantityRules rules = new QuantityRules(problems);
        for (int i = 0; i < catalog.targets().size(); i++) {
            Target target = catalog.targets().get(i);
            String path = "targets[" + i + "]";
            ids.reference("sector", target.sector(), path + ".sector", sectors);
            ids.reference("region", target.region(), path + ".region", regions);
            Optional<Document> document = citation(target.citation(), path + ".citation");
            Optional<Indicator> indicator =
                    ids.optionalReference("indicator", target.indicator(), path + ".indicator", indicators);
            Optional<Project> project = ids.optionalReference("project", target.project(), path + ".project", projects);
            ids.optionalReference("programme", target.programme(), path + ".programme", programmes);
            ids.optionalReference("target", target.continues(), path + ".continues", targets);
            responsibilities.check(target.responsible(), path);
            rules.check(target, path, indicator, document);
            project.map(p -> stageModels.get(p.stageModel()))
                    .ifPresent(model -> target.stage().ifPresent(stage -> stage(stage, model, path + ".stage")));
        }
    }

    private void outcomes() {
        OutcomeRules rules = new OutcomeRules(documents, targets, indicators, problems);
        for (int i = 0; i < catalog.outcomes().size(); i++) {
            Outcome outcome = catalog.outcomes().get(i);
            rules.check(outcome, i);
            for (int e = 0; e < outcome.evidence().size(); e++) {
                String path = "outcomes[" + i + "].evidence[" + e + "].citation";
                outcome.evidence().get(e).citation().ifPresent(citation -> citation(citation, path));
            }
        }
        cycles.acyclic("targets", catalog.targets(), Target::id, Target::continues, targets);
    }

    private void dates() {
        new DateRules(catalog, documents, problems).check();
    }

    private Optional<Document> citation(Citation citation, String path) {
        Optional<Document> document = ids.reference("document", citation.document(), path + ".document", documents);
        if (citation.section().isBlank() || citation.quote().isBlank()) {
            problems.add(
                    Kind.BAD_VALUE,
                    path,
                    "expected a section and a quote, got section '%s' and quote '%s'",
                    citation.section(),
                    citation.quote());
        }
        return document;
    }

    private void stage(String stage, StageModel model, String path) {
        if (model.stage(stage).isEmpty()) {
            ImmutableList<String> known =
                    model.stages().stream().map(Stage::id).collect(ImmutableList.toImmutableList());
            problems.add(
                    Kind.UNKNOWN_REFERENCE,
                    path,
                    "%s; the stages of '%s' are %s",
                    new UnknownIdException("stage", stage, known).getMessage(),
                    model.id(),
                    String.join(", ", known));
        }
    }
}
