package org.grassrootskpi.report;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Milestone;
import org.grassrootskpi.model.Project;
import org.grassrootskpi.model.Stage;
import org.grassrootskpi.model.StageModel;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.time.TimePeriod;

/**
 * The projects that a review names with the stage that they have reached: 青禾产业园项目竣工投产. A project is named by one clause;
 * what only counts projects (3个重点项目开工) names none.
 */
final class DraftedProjects {
    private static final String RESOURCE = "draft-stages.tsv";
    private static final ImmutableList<StageWords> STAGES = stages();
    private static final Pattern NAMED = Pattern.compile(
            "(?:总投资(?<money>[^，。；;\\n、的]{2,14}?元)的)?(?<name>[^，。；;：:\\n、\\s]{3,28}?(?:项目|工程|产业园|大桥|隧道|水厂|污水处理厂))(?<rest>[^，。；;\\n]{2,24})");
    private static final Pattern COUNTED = Pattern.compile(".*(?:[0-9〇一二三四五六七八九十百]+[个项批]|一批|等|各|重点|重大|这些|部分).*");
    private static final StageModel MODEL = StageModel.builder()
            .id("draft.construction")
            .name(LocalizedText.of("建设项目", "Construction projects"))
            .addAllStages(STAGES.stream().map(StageWords::stage).toList())
            .build();

    private record StageWords(Stage stage, List<String> words) {}

    private DraftedProjects() {}

    private static ImmutableList<StageWords> stages() {
        ImmutableList.Builder<StageWords> stages = ImmutableList.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(DraftedProjects.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Stage stage = Stage.builder()
                    .id(line.field(0, "an id"))
                    .name(LocalizedText.of(line.field(1, "a name"), line.field(2, "an English name")))
                    .build();
            stages.add(new StageWords(stage, Splitter.on(' ').splitToList(line.field(3, "words"))));
        }
        return stages.build();
    }

    /** The stages that the projects of a draft go through. */
    static StageModel model() {
        return MODEL;
    }

    static ImmutableList<Project> of(
            WorkReport report,
            TimePeriod period,
            Catalog known,
            DraftRegion region,
            WholeNames names,
            String document,
            String open) {
        PlanSections plans = new PlanSections(ReaderVocabulary.standard(), report);
        Map<String, Project> found = new LinkedHashMap<>();
        Matcher named = NAMED.matcher(report.reading());
        while (named.find()) {
            Section section = report.sectionAt(named.start());
            plans.enter(section);
            TimePeriod of = section.period().orElse(period);
            String name = names.plain(withoutVerb(named.group("name")));
            Optional<StageWords> stage = stage(named.group("rest"));
            boolean planned = plans.inPlan()
                    || DraftWords.has(Kind.AIM, named.group())
                    || DraftWords.has(Kind.ESTIMATE, named.group());
            if (stage.isEmpty()
                    || planned
                    || of.lastDay().isAfter(period.lastDay())
                    || name.length() < 5
                    || NumberSigns.isNumber(named.group("rest").charAt(0))
                    || COUNTED.matcher(name).matches()) {
                continue;
            }
            Project.Builder project = Project.builder()
                    .id("draft.p" + (found.size() + 1))
                    .name(LocalizedText.of(
                            name, Glossary.standard().compose(name).orElse("To be translated: " + name)))
                    .sector(ProposalNames.sector(name, known)
                            .map(ProposalNames.Guess::value)
                            .orElse(open))
                    .region(region.code())
                    .stageModel(MODEL.id())
                    .addMilestones(Milestone.builder()
                            .stage(stage.get().stage.id())
                            .period(of)
                            .citation(Citation.of(
                                    document, section.path().isEmpty() ? "0" : section.path(), named.group()))
                            .build());
            Optional.ofNullable(named.group("money"))
                    .ifPresent(money -> project.note(
                            LocalizedText.of("总投资" + money + "。", "Total investment as printed: " + money + ".")));
            found.putIfAbsent(name, project.build());
        }
        return ImmutableList.copyOf(found.values());
    }

    private static String withoutVerb(String name) {
        return DraftWords.entries(Kind.MOVES).stream()
                .map(HeadingWords.Entry::word)
                .filter(name::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(word -> name.substring(word.length()))
                .orElse(name);
    }

    /** The stage whose longest word the text has; of several the furthest. */
    private static Optional<StageWords> stage(String text) {
        StageWords found = null;
        int longest = 0;
        for (StageWords stage : STAGES) {
            for (String word : stage.words) {
                if (text.contains(word) && word.length() >= longest) {
                    found = stage;
                    longest = word.length();
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
