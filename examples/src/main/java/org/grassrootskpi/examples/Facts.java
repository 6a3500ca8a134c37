package org.grassrootskpi.examples;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Award;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Rating;
import org.grassrootskpi.model.Recognition;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.time.TimePeriod;

/** Turns a catalogue into its facts, one for each statement. */
final class Facts {
    private static final Pattern YEAR_OF_SECTION = Pattern.compile("([12]\\d{3})-");

    private final ImmutableList.Builder<Fact> facts = ImmutableList.builder();

    private Facts() {}

    static ImmutableList<Fact> of(Catalog catalog) {
        Facts facts = new Facts();
        catalog.observations()
                .forEach(observation -> facts.observation(observation, catalog.indicator(observation.indicator())));
        catalog.recognitions().forEach(facts::recognition);
        catalog.projects().forEach(project -> facts.milestones(project, catalog));
        catalog.programmes().forEach(programme -> facts.programme(programme, catalog));
        catalog.targets().forEach(facts::target);
        return facts.facts.build();
    }

    /** The common columns of the facts about one subject. */
    private record Subject(String id, Citation citation, LocalizedText name, TimePeriod period) {
        Fact.Builder fact(String kind) {
            Fact.Builder fact = new Fact.Builder();
            fact.kind(kind).id(id).section(citation.section()).name(name).period(period.toString());
            return fact;
        }
    }

    private void observation(Observation observation, Indicator indicator) {
        Subject subject =
                new Subject(observation.key(), observation.citation(), indicator.name(), observation.period());
        Fact.Builder value = subject.fact("observation");
        value.unit(indicator.unit().code()).quote(observation.citation().quote());
        observation.printed().ifPresent(value::figure);
        observation.figure().ifPresent(value::quantity);
        facts.add(value.build());
        observation
                .yearOnYear()
                .ifPresent(change -> facts.add(subject.fact("growth")
                        .figure(change.quote())
                        .quantity(change.value())
                        .quote(change.quote())
                        .build()));
        observation
                .completion()
                .ifPresent(share -> facts.add(subject.fact("completion")
                        .figure(share.quote())
                        .quantity(share.value())
                        .quote(share.quote())
                        .build()));
        beside(subject, observation.ranks(), observation.rating(), observation.awards());
    }

    private void recognition(Recognition recognition) {
        Subject subject =
                new Subject(recognition.id(), recognition.citation(), recognition.subject(), recognition.period());
        beside(subject, recognition.ranks(), recognition.rating(), recognition.awards());
    }

    private void milestones(Project project, Catalog catalog) {
        catalog.milestones(project.id())
                .forEach(milestone ->
                        facts.add(new Subject(project.id(), milestone.citation(), project.name(), milestone.period())
                                .fact("milestone")
                                .stage(milestone.stage()
                                        + milestone
                                                .phase()
                                                .map(phase -> ":" + Ascii.toLowerCase(phase.name()))
                                                .orElse(""))
                                .quote(milestone.citation().quote())
                                .build()));
    }

    /** One for each place that names it. */
    private void programme(Programme programme, Catalog catalog) {
        for (Citation citation : programme.citations()) {
            facts.add(new Subject(programme.id(), citation, programme.name(), period(citation, catalog))
                    .fact("programme")
                    .quote(citation.quote())
                    .build());
        }
    }

    /** The year that a section of a plan is named by, else the period of the document. */
    private static TimePeriod period(Citation citation, Catalog catalog) {
        Matcher year = YEAR_OF_SECTION.matcher(citation.section());
        return year.lookingAt()
                ? TimePeriod.parse(year.group(1))
                : catalog.document(citation.document()).period();
    }

    private void target(Target target) {
        Fact.Builder fact =
                new Subject(target.id(), target.citation(), target.name(), target.deadline()).fact("target");
        fact.deadline(target.deadline().toString()).quote(target.citation().quote());
        target.stage().ifPresent(fact::stage);
        target.figure().ifPresent(figure -> fact.figure(figure.toString()).quantity(figure));
        facts.add(fact.build());
    }

    private void beside(Subject subject, List<Rank> ranks, Optional<Rating> rating, List<Award> awards) {
        ranks.forEach(rank -> facts.add(rank(subject.fact("rank"), rank)));
        rating.ifPresent(grade -> facts.add(subject.fact("rating")
                .figure(grade.quote())
                .value(grade.stars().map(String::valueOf).orElse(grade.grade().zh()))
                .unit(grade.stars().isPresent() ? "star" : "grade")
                .quote(grade.quote())
                .build()));
        awards.forEach(award -> facts.add(
                subject.fact("award").name(award.title()).quote(award.quote()).build()));
    }

    private static Fact rank(Fact.Builder fact, Rank rank) {
        fact.figure(rank.quote()).quote(rank.quote());
        rank.place().ifPresent(place -> fact.value(place.toString()));
        return switch (rank.kind()) {
            case PLACE -> fact.unit("rank").qualifier("exact").build();
            case TOP -> fact.unit("rank").qualifier("at_most").build();
            case FRONT, FIRST_BATCH -> fact.unit("rank").build();
            case FIRST_EVER ->
                fact.value("1").unit("ordinal").qualifier("exact").build();
            case RECORD_LOW ->
                fact.value("1").unit("record-low").qualifier("exact").build();
            case RECORD_HIGH ->
                fact.value("1").unit("record-high").qualifier("exact").build();
        };
    }
}
