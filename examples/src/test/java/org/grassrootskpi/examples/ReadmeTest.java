package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first page's programs are those below, and its output is theirs to the letter. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final String SOURCE = "src/test/java/org/grassrootskpi/examples/ReadmeTest.java";
    private static final String IMPORT = "(?m)^import .*;\\R";

    /** Collects what a program prints. */
    private static final class Printed {
        private final StringBuilder text = new StringBuilder();

        void println(Object line) {
            text.append(line).append('\n');
        }
    }

    /** Stands for java.lang.System in the programs of the page. */
    private static final class Console {
        final Printed out = new Printed();
    }

    private static String quantities() {
        Console System = new Console();
        Quantity done = Quantity.parse("98.6公顷"); // as the report prints it
        Quantity target = done.dividedBy(Quantity.parse("341%")); // "341 % of the plan was reached"
        System.out.println(done.value() + " " + done.unit().code() + " done, " + done.bounds());
        System.out.println("planned: " + target.in(Unit.parse("公顷")).setScale(1, RoundingMode.HALF_EVEN) + " ha");
        System.out.println(Quantity.parse("近300亿元").qualifier() + " "
                + Quantity.parse("近300亿元").bounds());
        return System.out.text.toString();
    }

    private static String sums() throws IOException {
        Console System = new Console();
        Catalog catalog = PinghuCatalog.load();
        ObservationTable table = ObservationCsv.reader(catalog)
                .read(Path.of("../examples/requests-2024.csv"))
                .table();
        Query requests = Query.select("safety.requests.handled", "safety.requests.closing-rate")
                .within("440307003")
                .during("2024")
                .groupBy(Dimension.indicator(), Dimension.period(Frequency.QUARTERLY));
        System.out.println(Engine.local(table).execute(requests));
        System.out.println(
                Engine.local(table).execute(requests.measures(Measure.sum())).refusals());
        return System.out.text.toString();
    }

    private static List<String> blocks(String page, String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..", page)));
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void printsWhatThePageShows(String page) throws IOException {
        assertThat(blocks(page, "").subList(0, 2)).containsExactly(quantities(), sums());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theProgramsOfThePageAreThoseThatRan(String page) throws IOException {
        String source = bare(Files.readString(Path.of(SOURCE))).replace("\"../examples/", "\"examples/");

        assertThat(blocks(page, "java")).hasSize(2).allSatisfy(program -> {
            assertThat(source).contains(bare(program.replaceAll(IMPORT, "")));
            assertThat(imports(program)).allSatisfy(line -> assertThat(source).contains(bare(line)));
        });
    }

    /** The second program of the page compiles as it is printed: it imports every class that it names. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theSecondProgramImportsEachClassThatItNames(String page) throws IOException {
        String program = blocks(page, "java").get(1);
        String body = program.replaceAll(IMPORT, "").replaceAll("\"[^\"]*\"", "");

        assertThat(imports(program))
                .extracting(line -> line.replaceAll(".*\\.|;\\s*", ""))
                .containsExactlyInAnyOrderElementsOf(Pattern.compile("\\b(?!System\\b)(?<!\\.)[A-Z]\\w*")
                        .matcher(body)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList());
    }

    private static List<String> imports(String program) {
        return Pattern.compile(IMPORT)
                .matcher(program)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Code without comments and without white space, whose lines may be broken in another way. */
    private static String bare(String code) {
        return code.replaceAll("(?m)\\s//.*$", "").replaceAll("\\s", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md, en", "README.zh-CN.md, zh"})
    void theOverviewOfThePageIsTheOneThatIsPrinted(String pageAndLanguage) throws IOException {
        String[] parts = pageAndLanguage.split(", ", -1);
        List<String> overview =
                MainRun.of("overview", "--lang", parts[1]).out().lines().toList();
        List<String> shown = blocks(parts[0], "").stream()
                .filter(block -> block.contains("\n...\n"))
                .findFirst()
                .orElseThrow()
                .lines()
                .filter(line -> !line.equals("..."))
                .toList();

        assertThat(overview).containsSubsequence(shown);
    }

    /** The blocks of a page that begin with a command. */
    private static List<String> transcripts(String page) throws IOException {
        return blocks(page, "").stream().filter(block -> block.startsWith("$ ")).toList();
    }

    @Test
    void theFolderOfTheCataloguePageIsTheOneThatIsMade(@TempDir Path folder) throws IOException {
        String made = folder + "/my-catalog";
        String page = "kpi-catalog/your-own-catalogue.md";
        List<List<String>> shown = transcripts(page).stream()
                .map(block -> block.lines()
                        .skip(1)
                        .filter(line -> !line.equals("..."))
                        .toList())
                .toList();

        MainRun created = MainRun.of("new-catalog", "--region", "深圳市/平湖街道", "--out", made);
        MainRun overview = MainRun.of("overview", "--catalog", made);
        MainRun valid = MainRun.of("validate", made);

        assertThat(lines(created, folder)).containsExactlyElementsOf(shown.get(0));
        assertThat(lines(overview, folder)).containsSubsequence(shown.get(2));
        assertThat(blocks(page, "")).contains(valid.out().replace(folder + "/", ""));
    }

    private static List<String> lines(MainRun run, Path folder) {
        return run.out().replace(folder + "/", "").lines().toList();
    }
}
