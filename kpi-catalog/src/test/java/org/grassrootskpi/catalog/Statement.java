package org.grassrootskpi.catalog;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.Award;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Rating;
import org.grassrootskpi.quantity.Quantity;

/**
 * One thing that the catalogue says with a quote.
 *
 * @param kind what sort of thing
 * @param element which element of the catalogue says it
 * @param section the section that it cites
 * @param quote what it quotes
 * @param names under which names it speaks of its subject
 * @param value the number that it reads, if any
 */
record Statement(
        String kind,
        String element,
        String section,
        String quote,
        ImmutableList<String> names,
        Optional<BigDecimal> value) {

    static ImmutableList<Statement> of(Catalog catalog) {
        return new Collector(catalog).collect();
    }

    private static final class Collector {
        private final Catalog catalog;
        private final ImmutableList.Builder<Statement> statements = ImmutableList.builder();

        Collector(Catalog catalog) {
            this.catalog = catalog;
        }

        ImmutableList<Statement> collect() {
            catalog.observations().forEach(observation -> {
                Citation citation = observation.citation();
                List<String> names = List.of(
                        catalog.indicator(observation.indicator()).name().zh());
                add("observation", observation.key(), citation, citation.quote(), names, observation.figure());
                observation
                        .yearOnYear()
                        .ifPresent(change -> add(
                                "growth",
                                observation.key(),
                                citation,
                                change.quote(),
                                names,
                                Optional.of(change.value())));
                observation
                        .completion()
                        .ifPresent(share -> add(
                                "completion",
                                observation.key(),
                                citation,
                                share.quote(),
                                names,
                                Optional.of(share.value())));
                beside(observation.key(), citation, observation.ranks(), observation.rating(), observation.awards());
            });
            catalog.recognitions().forEach(recognition -> {
                Citation citation = recognition.citation();
                add("subject", recognition.id(), citation, citation.quote(), List.of(), Optional.empty());
                beside(recognition.id(), citation, recognition.ranks(), recognition.rating(), recognition.awards());
            });
            catalog.projects()
                    .forEach(project -> project.milestones()
                            .forEach(milestone -> add(
                                    "milestone",
                                    project.id(),
                                    milestone.citation(),
                                    milestone.citation().quote(),
                                    names(project),
                                    Optional.empty())));
            catalog.programmes()
                    .forEach(programme -> programme
                            .citations()
                            .forEach(citation -> add(
                                    "programme",
                                    programme.id(),
                                    citation,
                                    citation.quote(),
                                    List.of(),
                                    Optional.empty())));
            catalog.targets().forEach(target -> {
                List<String> names = new ArrayList<>(List.of(target.name().zh()));
                target.project().map(catalog::project).map(Collector::names).ifPresent(names::addAll);
                add("target", target.id(), target.citation(), target.citation().quote(), names, target.figure());
            });
            return statements.build();
        }

        private static List<String> names(Project project) {
            List<String> names = new ArrayList<>(project.aliases());
            names.add(project.name().zh());
            return names;
        }

        private void beside(
                String element, Citation citation, List<Rank> ranks, Optional<Rating> rating, List<Award> awards) {
            ranks.forEach(rank -> add("rank", element, citation, rank.quote(), List.of(), Optional.empty()));
            rating.ifPresent(grade -> add("rating", element, citation, grade.quote(), List.of(), Optional.empty()));
            awards.forEach(award -> add("award", element, citation, award.quote(), List.of(), Optional.empty()));
        }

        private void add(
                String kind,
                String element,
                Citation citation,
                String quote,
                Collection<String> names,
                Optional<Quantity> quantity) {
            statements.add(new Statement(
                    kind,
                    element,
                    citation.section(),
                    quote,
                    ImmutableList.copyOf(names),
                    quantity.map(Quantity::value)));
        }
    }

    /** Whether this speaks of a text that the report prints: it quotes it, is quoted in it, or has its name. */
    boolean speaksOf(String text) {
        return !text.isEmpty()
                && (quote.contains(text)
                        || text.contains(quote)
                        || names.stream().anyMatch(name -> name.contains(text) || text.contains(name)));
    }
}
