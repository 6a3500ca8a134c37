package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.grassrootskpi.catalog.SubdistrictScorecard;
import org.grassrootskpi.csv.MemberFiguresCsv;
import org.grassrootskpi.json.RuleJson;
import org.grassrootskpi.score.Score;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.Scores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Scores and ranks the members of a table by the rule of a file. */
@Command(
        name = "scorecard",
        mixinStandardHelpOptions = true,
        description =
                "Scores and ranks units by a rule: scores with bounds, places from-to, what holds the order, where"
                        + " points are lost.")
final class ScorecardCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RULES.json",
            description = "The rule: a scorecard as RuleJson writes it.")
    private @Nullable Path rules;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DATA.csv",
            description = "The figures: columns member, group (optional) and the ids of the rule's indicators; an empty"
                    + " field is missing, NA: reason does not apply. - is standard input.")
    private @Nullable String data;

    @Mixin
    private final ReportOptions reportOptions = new ReportOptions();

    @Mixin
    private final SampleOption sampleOption = new SampleOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean isSample = sampleOption.isAsked();
        boolean isSimulated = isSample || sampleOption.isSimulated();
        Scorecard card;
        MemberFiguresCsv.Table table;
        if (rules != null && data != null && !isSample) {
            card = RuleJson.readFile(rules, Scorecard.class);
            table = MemberFiguresCsv.read(data, ByteSource.wrap(InputFile.read(data)), card);
        } else if (rules == null && isSample) {
            card = SubdistrictScorecard.rule();
            table = SubdistrictScorecard.simulatedFigures();
        } else {
            throw new ParameterException(
                    spec.commandLine(), "expected RULES.json and DATA.csv, or --sample for a worked sample");
        }
        Scores scores = card.score(table.figures());
        if (scores.members().isEmpty()) {
            throw new IllegalArgumentException((data == null ? "the sample" : data)
                    + ": expected a row for each member below the header, got none");
        }
        ImmutableMap.Builder<String, Score> scored = ImmutableMap.builder();
        scores.members().forEach(member -> member.score().ifPresent(score -> scored.put(member.member(), score)));
        ScorecardReport report =
                new ScorecardReport(scores, card.ranking().rank(scored.buildOrThrow(), table.groups()), isSimulated);
        reportOptions.print(
                new ReportOptions.Paper(out, main.width(), isSimulated),
                page -> new ScorecardText(report, page).print(),
                (labels, records) -> report.print(records),
                () -> ScorecardJson.of(report));
        return 0;
    }
}
