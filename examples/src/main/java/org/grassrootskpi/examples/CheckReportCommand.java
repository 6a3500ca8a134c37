package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.grassrootskpi.check.CheckLevel;
import org.grassrootskpi.check.CheckResult;
import org.grassrootskpi.check.CheckRule;
import org.grassrootskpi.check.Finding;
import org.grassrootskpi.check.ReportCheck;
import org.grassrootskpi.documents.DocumentFormat;
import org.grassrootskpi.documents.ReportDocument;
import org.grassrootskpi.model.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Finds what cannot be right in a report, and asks about what is odd. */
@Command(
        name = "check-report",
        mixinStandardHelpOptions = true,
        description =
                "What cannot be right in a report, and what is odd: each finding with its rule, the sentence, the sum"
                        + " written out and what would make it right, and how many checks were made. Ends with 1 if an"
                        + " error was found.")
final class CheckReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Mixin
    private final CheckedFile checked = new CheckedFile();

    @Mixin
    private final CheckSources sources = new CheckSources();

    @Option(
            names = "--format",
            defaultValue = "text",
            description =
                    "${COMPLETION-CANDIDATES} (default: text); sarif is SARIF 2.1.0, as code reviews show it; docx is a copy"
                            + " of a docx with a comment for each finding, written to --out.")
    private CheckFormat format = CheckFormat.TEXT;

    @Option(names = "--out", paramLabel = "COPY", description = "The copy that --format docx writes.")
    private @Nullable Path copy;

    @Mixin
    private final OverwriteOption overwriteOption = new OverwriteOption();

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "Language of titles and labels: zh or en (default: en).")
    private Language language = Language.EN;

    @Option(
            names = "--level",
            defaultValue = "question",
            description = "Findings of this level and graver ones: error, warning or question (default: question).")
    private CheckLevel level = CheckLevel.QUESTION;

    @Option(
            names = "--rule",
            split = ",",
            paramLabel = "ID",
            description = "Only these rules, also those that are off otherwise (default: all that are on).")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--rules", description = "Lists the rules with their documentation, and checks nothing.")
    private boolean listing;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ReportPage page = new ReportPage(out, new Labels(language), false, main.width(), false);
        ReportCheck check = check();
        if (listing) {
            new CheckReportText(page).rules(check.rules());
            return ExitCode.OK;
        }
        ReportDocument document = checked.read(spec);
        Path to = copy(document);
        CheckResult result = sources.addTo(check, spec.commandLine().getErr()).check(document.report());
        ImmutableList<Finding> findings = result.findings().stream()
                .filter(finding -> finding.level().compareTo(level) <= 0)
                .collect(ImmutableList.toImmutableList());
        switch (format) {
            case TEXT -> new CheckReportText(page).print(checked.name(), findings, result);
            case JSON ->
                out.println(CheckReportJson.of(checked.name(), findings, result).toPrettyString());
            case DOCX -> {
                new CheckReportComments(new Labels(language)).write(checked.bytes(), findings, to);
                new CheckReportText(page).summary(checked.name(), result);
            }
            case SARIF ->
                out.println(CheckReportSarif.of(checked.file(), findings, check, language)
                        .toPrettyString());
        }
        out.flush();
        return result.findings(CheckLevel.ERROR).isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** The file that the form asks for, which is not the report itself. */
    private Path copy(ReportDocument document) throws IOException {
        if ((format == CheckFormat.DOCX) != (copy != null)) {
            throw new ParameterException(
                    spec.commandLine(), "expected --out COPY.docx together with --format docx, got one of them");
        }
        if (copy == null) {
            return Path.of("");
        }
        if (document.format() != DocumentFormat.DOCX) {
            throw new IllegalArgumentException(checked.file()
                    + " is no docx: expected one for --format docx; save the report as docx, or take another format");
        }
        if (Files.exists(copy) && Files.isSameFile(copy, Arguments.path(checked.file()))) {
            throw new IllegalArgumentException(
                    copy + " is the report itself, which stays as it is: choose another path for the copy");
        }
        overwriteOption.require(copy);
        return copy;
    }

    private ReportCheck check() {
        if (rules.isEmpty()) {
            return ReportCheck.standard();
        }
        List<CheckRule> chosen = new ArrayList<>();
        for (String id : rules) {
            try {
                chosen.add(CheckRule.of(id.toLowerCase(Locale.ROOT)).switched(true));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        return ReportCheck.of(chosen);
    }

    /** The report that is checked. */
    static final class CheckedFile {
        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "The report: text or HTML in UTF-8 or GB18030, docx or PDF; - reads standard input.")
        private String file = "";

        private byte[] bytes = {};

        String file() {
            return file;
        }

        String name() {
            return Arguments.name(file);
        }

        /** The bytes of the file that was read. */
        byte[] bytes() {
            return bytes;
        }

        ReportDocument read(CommandSpec spec) throws IOException {
            if (file.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "expected a FILE to check, or --rules");
            }
            bytes = InputFile.read(file);
            return ReadReportCommand.decode(file, bytes, spec.commandLine().getErr());
        }
    }
}
