package org.grassrootskpi.assess;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Responsibility;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.model.UnknownIdException;

/**
 * The projects and targets of a catalogue at a date, which can be narrowed to a sector, a region or a stage.
 *
 * <p>A stage counts as reached when the period of its milestone had ended by the date: a milestone that a report dates to
 * 2024 may or may not have been reached by June. A target is judged only by later documents and by its {@linkplain
 * org.grassrootskpi.model.Outcome outcomes}; if none of after the deadline mentions it, it is {@link
 * Progress#NOT_REPORTED}. Immutable.
 */
public final class Portfolio {
    /** The key of {@link #byStage()} for projects whose stage is not reported. */
    public static final String NO_STAGE = "";

    /** The key of {@link #byUnit()} for targets that nobody is named to answer for. */
    public static final String NO_UNIT = "";

    private final Catalog catalog;
    private final LocalDate asOf;
    private final ImmutableList<ProjectState> projects;
    private final ImmutableList<TargetState> targets;

    private Portfolio(
            Catalog catalog, LocalDate asOf, ImmutableList<ProjectState> projects, ImmutableList<TargetState> targets) {
        this.catalog = catalog;
        this.asOf = asOf;
        this.projects = projects;
        this.targets = targets;
    }

    /**
     * Creates the portfolio of all projects and targets of a catalogue.
     *
     * @param catalog the catalogue
     * @param asOf the date, at whose end things are judged
     * @return the portfolio
     */
    public static Portfolio of(Catalog catalog, LocalDate asOf) {
        Portfolio empty = new Portfolio(catalog, asOf, ImmutableList.of(), ImmutableList.of());
        TargetJudgement judgement = new TargetJudgement(catalog, asOf);
        return new Portfolio(
                catalog,
                asOf,
                catalog.projects().stream().map(empty::state).collect(toImmutableList()),
                catalog.targets().stream().map(judgement::judge).collect(toImmutableList()));
    }

    /**
     * Returns the date at whose end projects and targets are judged.
     *
     * @return as given
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Returns the projects.
     *
     * @return in the order of the catalogue
     */
    public ImmutableList<ProjectState> projects() {
        return projects;
    }

    /**
     * Returns the targets.
     *
     * @return in the order of the catalogue
     */
    public ImmutableList<TargetState> targets() {
        return targets;
    }

    /**
     * Returns the targets with one kind of progress, such as those that are overdue.
     *
     * @param progress the progress
     * @return in the order of the catalogue
     */
    public ImmutableList<Target> targets(Progress progress) {
        return targets.stream()
                .filter(state -> state.progress() == progress)
                .map(TargetState::target)
                .collect(toImmutableList());
    }

    /**
     * Returns the targets that are due by a date and not known to be reached.
     *
     * @param date the last day that counts
     * @return targets other than work that goes on and aspirations, whose deadline ends on that day or before, the
     *     earliest deadline first
     */
    public ImmutableList<Target> dueBy(LocalDate date) {
        return targets.stream()
                .filter(state -> state.progress() != Progress.REACHED && state.progress() != Progress.WITHDRAWN)
                .filter(state -> hasEnd(state.target()))
                .filter(state -> !state.deadline().lastDay().isAfter(date))
                .sorted(Comparator.comparing(state -> state.deadline().lastDay()))
                .map(TargetState::target)
                .collect(toImmutableList());
    }

    private static boolean hasEnd(Target target) {
        return target.type() != Target.Type.WORK && target.type() != Target.Type.ASPIRATION;
    }

    /**
     * Returns the targets that are not known to be reached and that a later plan does not take up.
     *
     * @return targets other than work that goes on and aspirations, whose deadline has passed, which no other target
     *     {@linkplain Target#continues() continues} although a document that plans for a later time sets targets; in the
     *     order of the catalogue
     */
    public ImmutableList<Target> notTakenUp() {
        ImmutableSet<String> taken = catalog.targets().stream()
                .flatMap(target -> target.continues().stream())
                .collect(toImmutableSet());
        return targets.stream()
                .filter(state -> state.progress() != Progress.REACHED && state.progress() != Progress.WITHDRAWN)
                .filter(state -> hasEnd(state.target()))
                .filter(state -> state.deadline().lastDay().isBefore(asOf))
                .filter(state -> !taken.contains(state.target().id()))
                .map(TargetState::target)
                .filter(this::isFollowed)
                .collect(toImmutableList());
    }

    /** Returns whether a document that sets targets plans for a later time than the one that sets this target. */
    private boolean isFollowed(Target target) {
        LocalDate planned = plannedUntil(target);
        return catalog.targets().stream().anyMatch(other -> plannedUntil(other).isAfter(planned));
    }

    private LocalDate plannedUntil(Target target) {
        Document plan = catalog.document(target.citation().document());
        return plan.plannedPeriod().orElse(plan.period()).lastDay();
    }

    /**
     * Narrows the portfolio to a sector and its sub-sectors.
     *
     * @param sector the sector's id
     * @return the narrower portfolio
     * @throws UnknownIdException if there is no such sector
     */
    public Portfolio inSector(String sector) {
        ImmutableSet<String> ids =
                catalog.sectorSubtree(sector).stream().map(Sector::id).collect(toImmutableSet());
        return narrow(
                state -> ids.contains(state.project().sector()),
                state -> ids.contains(state.target().sector()));
    }

    /**
     * Narrows the portfolio to a region and the regions below it: projects with one of their {@link Project#places()}
     * there, and the targets on them.
     *
     * @param region the region's code
     * @return the narrower portfolio
     * @throws UnknownIdException if there is no such region
     */
    public Portfolio within(String region) {
        ImmutableSet<String> codes =
                catalog.regionSubtree(region).stream().map(Region::code).collect(toImmutableSet());
        return narrow(
                state -> lies(state.project(), codes),
                state -> codes.contains(state.target().region())
                        || state.target()
                                .project()
                                .map(catalog::project)
                                .map(project -> lies(project, codes))
                                .orElse(false));
    }

    private static boolean lies(Project project, ImmutableSet<String> codes) {
        return codes.contains(project.region()) || project.places().stream().anyMatch(codes::contains);
    }

    /**
     * Narrows the portfolio to what a unit is in charge of.
     *
     * @param unit the unit's name as printed, or {@link #NO_UNIT}
     * @return the narrower portfolio
     */
    public Portfolio inCharge(String unit) {
        return narrow(
                state -> unit(state.project().responsible()).equals(unit),
                state -> unit(responsible(state.target())).equals(unit));
    }

    /**
     * Groups the targets by the unit in charge: of the target itself, or else of its project or indicator.
     *
     * @return by the unit's name as printed; those of nobody under {@link #NO_UNIT}
     */
    public ImmutableListMultimap<String, TargetState> byUnit() {
        return Multimaps.index(targets, state -> unit(responsible(state.target())));
    }

    /**
     * Returns who answers for a target.
     *
     * @param target a target of the catalogue
     * @return who the target itself names, or else its project or indicator; empty where nobody is named
     * @throws UnknownIdException if its project or indicator is not in the catalogue
     */
    public Optional<Responsibility> responsible(Target target) {
        return target.responsible()
                .or(() -> target.project().map(catalog::project).flatMap(Project::responsible))
                .or(() -> target.indicator().map(catalog::indicator).flatMap(Indicator::responsible));
    }

    private static String unit(Optional<Responsibility> responsible) {
        return responsible.map(Responsibility::unit).orElse(NO_UNIT);
    }

    /**
     * Narrows the portfolio to the projects at a stage and the targets on them.
     *
     * @param stage the stage's id, or {@link #NO_STAGE}
     * @return the narrower portfolio
     */
    public Portfolio atStage(String stage) {
        ImmutableSet<String> ids =
                byStage().get(stage).stream().map(state -> state.project().id()).collect(toImmutableSet());
        return narrow(
                state -> ids.contains(state.project().id()),
                state -> state.target().project().map(ids::contains).orElse(false));
    }

    /**
     * Groups the projects by their stage.
     *
     * @return by stage id; those without one under {@link #NO_STAGE}
     */
    public ImmutableListMultimap<String, ProjectState> byStage() {
        return Multimaps.index(projects, state -> state.stage().map(Stage::id).orElse(NO_STAGE));
    }

    /**
     * Groups the projects by sector.
     *
     * @return by sector id
     */
    public ImmutableListMultimap<String, ProjectState> bySector() {
        return Multimaps.index(projects, state -> state.project().sector());
    }

    /**
     * Groups the projects by region.
     *
     * @return by region code
     */
    public ImmutableListMultimap<String, ProjectState> byRegion() {
        return Multimaps.index(projects, state -> state.project().region());
    }

    private Portfolio narrow(Predicate<ProjectState> keepProject, Predicate<TargetState> keepTarget) {
        return new Portfolio(
                catalog,
                asOf,
                projects.stream().filter(keepProject).collect(toImmutableList()),
                targets.stream().filter(keepTarget).collect(toImmutableList()));
    }

    private ProjectState state(Project project) {
        StageModel model = catalog.stageModel(project.stageModel());
        ImmutableList<Milestone> reached = catalog.milestones(project.id()).stream()
                .filter(milestone -> !milestone.period().lastDay().isAfter(asOf))
                .sorted(Comparator.comparing(
                                (Milestone milestone) -> milestone.period().lastDay())
                        .thenComparing(milestone -> model.order(milestone.stage())))
                .collect(toImmutableList());
        Optional<Stage> furthest = reached.stream()
                .max(Comparator.comparing(milestone -> model.order(milestone.stage())))
                .flatMap(milestone -> model.stage(milestone.stage()));
        Optional<Milestone.Phase> phase = furthest.flatMap(stage -> reached.stream()
                .filter(milestone -> milestone.stage().equals(stage.id()))
                .flatMap(milestone -> milestone.phase().stream())
                .max(Comparator.naturalOrder()));
        return ImmutableProjectState.of(project, furthest, phase, reached);
    }
}
