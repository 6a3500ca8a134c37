package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Outcome;
import org.grassrootskpi.model.ProjectMilestone;
import org.grassrootskpi.model.Target;
import org.jspecify.annotations.Nullable;

/**
 * One element that an update proposes to add: a value, a milestone, what became of a commitment, or a new target, with the
 * sentence that says so. Nothing enters a catalogue before a person has said yes to it. Immutable.
 */
public final class UpdateEntry {
    /** The sorts of elements. */
    public enum Kind {
        /** The value of an indicator. */
        OBSERVATION,
        /** A stage that a project has reached. */
        MILESTONE,
        /** What became of a commitment of the last plan. */
        OUTCOME,
        /** A commitment of the new plan. */
        TARGET
    }

    private final String id;
    private final Kind kind;
    private final LocalizedText name;
    private final Object element;
    private final ImmutableList<Indicator> indicators;
    private final TextPlace place;
    private final LocalizedText why;
    private final @Nullable LocalizedText question;

    private UpdateEntry(
            String id,
            Kind kind,
            LocalizedText name,
            Object element,
            ImmutableList<Indicator> indicators,
            TextPlace place,
            LocalizedText why,
            @Nullable LocalizedText question) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.element = element;
        this.indicators = indicators;
        this.place = place;
        this.why = why;
        this.question = question;
    }

    static UpdateEntry of(Observation observation, LocalizedText name, TextPlace place, LocalizedText why) {
        return new UpdateEntry(
                "observation:" + observation.key(),
                Kind.OBSERVATION,
                name,
                observation,
                ImmutableList.of(),
                place,
                why,
                null);
    }

    static UpdateEntry of(ProjectMilestone milestone, LocalizedText name, TextPlace place, LocalizedText why) {
        return new UpdateEntry(
                "milestone:" + milestone.project() + ":" + milestone.milestone().stage(),
                Kind.MILESTONE,
                name,
                milestone,
                ImmutableList.of(),
                place,
                why,
                null);
    }

    static UpdateEntry of(Outcome outcome, LocalizedText name, TextPlace place, LocalizedText why) {
        return new UpdateEntry(
                "outcome:" + outcome.target(), Kind.OUTCOME, name, outcome, ImmutableList.of(), place, why, null);
    }

    static UpdateEntry of(Target target, ImmutableList<Indicator> indicators, TextPlace place, LocalizedText why) {
        return new UpdateEntry(
                "target:" + target.id(), Kind.TARGET, target.name(), target, indicators, place, why, null);
    }

    UpdateEntry asking(LocalizedText more) {
        LocalizedText all = question == null ? more : UpdateTexts.joined(question, more);
        return new UpdateEntry(id, kind, name, element, indicators, place, why, all);
    }

    UpdateEntry withId(String other) {
        return new UpdateEntry(other, kind, name, element, indicators, place, why, question);
    }

    /**
     * Returns the id of its row in a {@link ReviewTable}.
     *
     * @return the same for the same report and catalogue, for example {@code outcome:city.2025.road}
     */
    public String id() {
        return id;
    }

    /**
     * Returns its sort.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the name of the indicator, project or target.
     *
     * @return in both languages
     */
    public LocalizedText name() {
        return name;
    }

    /**
     * Returns the value.
     *
     * @return present for {@link Kind#OBSERVATION}
     */
    public Optional<Observation> observation() {
        return as(Observation.class);
    }

    /**
     * Returns the milestone.
     *
     * @return present for {@link Kind#MILESTONE}
     */
    public Optional<ProjectMilestone> milestone() {
        return as(ProjectMilestone.class);
    }

    /**
     * Returns what became of a commitment.
     *
     * @return present for {@link Kind#OUTCOME}
     */
    public Optional<Outcome> outcome() {
        return as(Outcome.class);
    }

    /**
     * Returns the new target.
     *
     * @return present for {@link Kind#TARGET}
     */
    public Optional<Target> target() {
        return as(Target.class);
    }

    /**
     * Returns the indicators that it needs and the catalogue does not have, such as the growth of one that it has.
     *
     * @return mostly none
     */
    public ImmutableList<Indicator> indicators() {
        return indicators;
    }

    /**
     * Returns the sentence that says so.
     *
     * @return the sentence and its place
     */
    public TextPlace place() {
        return place;
    }

    /**
     * Returns why it is proposed.
     *
     * @return the words that gave it, in both languages
     */
    public LocalizedText why() {
        return why;
    }

    /**
     * Returns what a person should look at before saying yes.
     *
     * @return empty where nothing speaks against it
     */
    public Optional<LocalizedText> question() {
        return Optional.ofNullable(question);
    }

    /**
     * Returns what is proposed, on one line.
     *
     * @return for example {@code DONE reached 2025-09} or {@code 538.2亿元, +5.64%}
     */
    public String proposal() {
        return EntryText.of(this);
    }

    void addTo(Catalog.Builder catalog) {
        observation().ifPresent(catalog::addObservations);
        milestone().ifPresent(catalog::addMilestones);
        outcome().ifPresent(catalog::addOutcomes);
        target().ifPresent(catalog::addTargets);
    }

    private <T> Optional<T> as(Class<T> type) {
        return type.isInstance(element) ? Optional.of(type.cast(element)) : Optional.empty();
    }

    @Override
    public String toString() {
        return id + " " + proposal();
    }
}
