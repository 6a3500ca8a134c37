package org.grassrootskpi.model;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Problem.Kind;

/**
 * Checks that each text of a catalogue is in its first language and in none that it does not name; in Chinese and in English if it names
 * none.
 */
final class LanguageRules {
    private static final ImmutableSet<Language> BOTH = ImmutableSet.of(Language.ZH, Language.EN);

    private final ProblemList problems;
    private final Catalog catalog;
    private final ImmutableSet<Language> known;
    private final ImmutableSet<Language> required;

    LanguageRules(ProblemList problems, Catalog catalog) {
        this.problems = problems;
        this.catalog = catalog;
        known = catalog.languages().isEmpty() ? BOTH : catalog.languages();
        required = catalog.languages().isEmpty()
                ? BOTH
                : ImmutableSet.of(catalog.languages().asList().get(0));
    }

    void check() {
        each("units", catalog.units(), (unit, at) -> text(unit.name(), at, "name"));
        each("regionLevels", catalog.regionLevels(), (level, at) -> text(level.name(), at, "name"));
        each("documents", catalog.documents(), (document, at) -> {
            text(document.title(), at, "title");
            text(document.publisher(), at, "publisher");
        });
        each("regions", catalog.regions(), (region, at) -> text(region.name(), at, "name"));
        each("regionGroups", catalog.regionGroups(), (group, at) -> text(group.name(), at, "name"));
        each("sectors", catalog.sectors(), (sector, at) -> text(sector.name(), at, "name"));
        each("indicators", catalog.indicators(), (indicator, at) -> {
            text(indicator.name(), at, "name");
            text(indicator.definition(), at, "definition");
        });
        each("observations", catalog.vintages(), (observation, at) -> {
            observation.yearOnYear().ifPresent(change -> text(change.note(), at.in("yearOnYear"), "note"));
            honours(observation.awards(), observation.rating(), at);
            text(observation.note(), at, "note");
        });
        each("recognitions", catalog.recognitions(), (recognition, at) -> {
            text(recognition.subject(), at, "subject");
            honours(recognition.awards(), recognition.rating(), at);
            text(recognition.note(), at, "note");
        });
        each("stageModels", catalog.stageModels(), (model, at) -> {
            text(model.name(), at, "name");
            for (int i = 0; i < model.stages().size(); i++) {
                text(model.stages().get(i).name(), at.in("stages[" + i + "]"), "name");
            }
        });
        each("projects", catalog.projects(), (project, at) -> {
            text(project.name(), at, "name");
            for (int i = 0; i < project.milestones().size(); i++) {
                text(project.milestones().get(i).note(), at.in("milestones[" + i + "]"), "note");
            }
            text(project.note(), at, "note");
        });
        each(
                "milestones",
                catalog.milestones(),
                (apart, at) -> text(apart.milestone().note(), at.in("milestone"), "note"));
        each("programmes", catalog.programmes(), (programme, at) -> {
            text(programme.name(), at, "name");
            for (int i = 0; i < programme.components().size(); i++) {
                text(programme.components().get(i), at, "components[" + i + "]");
            }
            text(programme.note(), at, "note");
        });
        each("targets", catalog.targets(), (target, at) -> {
            text(target.name(), at, "name");
            text(target.note(), at, "note");
        });
        each("outcomes", catalog.outcomes(), (outcome, at) -> text(outcome.reason(), at, "reason"));
    }

    private interface Texts<T> {
        void check(T element, At at);
    }

    /** The place of an element, whose path is put together only where there is something to say. */
    private record At(String list, int index, String inner) {
        At in(String property) {
            return new At(list, index, "." + property);
        }

        String path(String property) {
            return list + "[" + index + "]" + inner + "." + property;
        }
    }

    private static <T> void each(String list, List<T> elements, Texts<T> texts) {
        for (int i = 0; i < elements.size(); i++) {
            texts.check(elements.get(i), new At(list, i, ""));
        }
    }

    private void honours(List<Award> awards, Optional<Rating> rating, At at) {
        for (int i = 0; i < awards.size(); i++) {
            text(awards.get(i).title(), at.in("awards[" + i + "]"), "title");
        }
        rating.ifPresent(grade -> text(grade.grade(), at.in("rating"), "grade"));
    }

    private void text(Optional<LocalizedText> text, At at, String property) {
        text.ifPresent(of -> text(of, at, property));
    }

    private void text(LocalizedText text, At at, String property) {
        ImmutableSet<Language> languages = text.texts().keySet();
        if (!languages.containsAll(required)) {
            String missing = required.stream()
                    .filter(language -> !languages.contains(language))
                    .map(Language::tag)
                    .collect(Collectors.joining(" and in "));
            problems.add(
                    Kind.CONTRADICTION,
                    at.path(property),
                    "'%s' is not in %s, %s",
                    text.first(),
                    missing,
                    catalog.languages().isEmpty()
                            ? "but a catalogue is in zh and in en unless its \"languages\" say otherwise"
                            : "the first of the catalogue's languages, in which every text is");
        }
        for (Language language : languages) {
            if (!known.contains(language)) {
                problems.add(
                        Kind.CONTRADICTION,
                        at.path(property) + "." + language,
                        "'%s' is none of the catalogue's languages %s: add it to \"languages\", or correct it",
                        language,
                        known.stream().map(Language::tag).collect(Collectors.joining(", ")));
            }
        }
    }
}
