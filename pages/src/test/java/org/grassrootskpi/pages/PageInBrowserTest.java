package org.grassrootskpi.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.publish.FigureText;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser; skipped where there is none. */
class PageInBrowserTest {
    private static final String TAB = "\uE004";
    private static final String ESCAPE = "\uE00C";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path pinghu;
    private static Path subdistrict;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Browser.absence().ifPresent(reason -> assumeTrue(false, reason));
        browser = Browser.start();
        browser.downloadsTo(folder);
        pinghu = folder.resolve("pinghu.html");
        subdistrict = folder.resolve("subdistrict.html");
        SamplePages.pinghu().writeTo(pinghu);
        SamplePages.subdistrict().writeTo(subdistrict);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (browser != null) {
            browser.stop();
        }
    }

    private static void open(Path page, String query) throws IOException, InterruptedException {
        browser.size(1280, 900);
        browser.open(page, query);
    }

    @Test
    void theConsoleHasNothingToSay() throws IOException, InterruptedException {
        for (Path page : List.of(pinghu, subdistrict)) {
            open(page, "?lang=zh");
            browser.run("document.querySelectorAll('button').forEach(button => {"
                    + " if (button.id !== 'print' && button.dataset.do !== 'csv') button.click(); })");

            assertThat(browser.console()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "390, light, zh",
        "390, dark, en",
        "1280, light, zh",
        "1280, dark, en",
        "1920, light, en",
        "1920, dark, zh"
    })
    void nothingIsWiderThanThePage(int width, String theme, String language) throws IOException, InterruptedException {
        for (Path page : List.of(pinghu, subdistrict)) {
            browser.size(width, 900);
            browser.open(page, "?lang=" + language + "&theme=" + theme);
            browser.run("document.querySelectorAll('details').forEach(details => { details.open = true; })");

            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .isEqualTo(width);
            assertThat(texts("""
                    return Array.from(document.querySelectorAll('.tile, .picture, .data, h1, h2, h3, p, .controls, .counts'))
                      .filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right > innerWidth + 0.5)
                      .map(e => e.outerHTML.slice(0, 200))""")).isEmpty();
            assertThat(texts("""
                    return Array.from(document.querySelectorAll('.name, .tile, .figures dd'))
                      .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
                      .map(e => e.textContent)""")).isEmpty();
        }
    }

    @Test
    void theLanguageIsSwitchedEverywhere() throws IOException, InterruptedException {
        open(subdistrict, "?lang=zh");
        browser.run("document.querySelector('[data-lang-choice=en]').click()");

        assertThat(texts("return [document.documentElement.lang, document.title,"
                        + " document.querySelector('h1').innerText,"
                        + " document.querySelector('#ledger-state').selectedOptions[0].text,"
                        + " document.querySelector('[data-table=ledger] output').textContent]"))
                .containsExactly(
                        "en",
                        "Work plan of the sample subdistrict for 2025 (simulated)",
                        "Work plan of the sample subdistrict for 2025 (simulated)",
                        "all",
                        "20 rows shown, 32 found of 32");
        // Names of units and quotes of documents are in Chinese only.
        assertThat(browser.run("return document.querySelector('#sectors').innerText")
                        .asText())
                .doesNotContainPattern(Pattern.compile("\\p{IsHan}"));

        browser.run("document.querySelector('[data-lang-choice=zh]').click()");

        assertThat(texts("return [document.documentElement.lang, document.querySelector('h2').innerText]"))
                .containsExactly("zh-Hans", "各领域概况");
    }

    @Test
    void theThemeIsSwitchedAndFollowsTheSystemUntilThen() throws IOException, InterruptedException {
        open(pinghu, "?theme=auto");
        String ground = "return getComputedStyle(document.body).backgroundColor";
        String system = browser.run(ground).asText();
        browser.run("document.querySelector('[data-theme-choice=dark]').click()");
        String dark = browser.run(ground).asText();
        browser.run("document.querySelector('[data-theme-choice=light]').click()");

        assertThat(system).isEqualTo("rgb(244, 246, 248)");
        assertThat(dark).isEqualTo("rgb(17, 22, 28)");
        assertThat(browser.run(ground).asText()).isEqualTo(system);
    }

    @Test
    void theNumbersOfThePageAreThoseOfTheEngine() throws IOException, InterruptedException {
        open(subdistrict, "?lang=en");
        List<String> expected = new ArrayList<>();
        for (ResultRow row : SamplePages.byCommunity().rows()) {
            expected.add(row.cell(Measure.value())
                    .quantity()
                    .map(figure -> FigureText.of(figure, Language.EN))
                    .orElse("no observation"));
        }

        List<String> shown =
                texts("return Array.from(document.querySelectorAll('.heat tbody td'), td => td.innerText.trim())");

        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected).hasSize(15);
    }

    @Test
    void aTableIsSortedByNumberAndByText() throws IOException, InterruptedException {
        open(pinghu, "?lang=zh");
        String column = "return Array.from(document.querySelectorAll('#table-numbers tbody tr'),"
                + " tr => tr.cells[arguments[0]].dataset.key)";
        browser.run("document.querySelectorAll('#table-numbers th button')[4].click()");
        List<String> rising = texts(column, 4);
        browser.run("document.querySelectorAll('#table-numbers th button')[4].click()");
        List<String> falling = texts(column, 4);

        assertThat(rising)
                .hasSize(20)
                .startsWith("0")
                .isSortedAccordingTo((a, b) -> Double.compare(number(a), number(b)));
        assertThat(falling).hasSize(20).startsWith("50945000000");
        assertThat(browser.run("return document.querySelectorAll('#table-numbers th')[4].getAttribute('aria-sort')")
                        .asText())
                .isEqualTo("descending");
    }

    private static double number(String key) {
        return Double.parseDouble(key);
    }

    @Test
    void theLedgerIsNarrowedByUnitByStateAndToWhatIsOverdueOrDueSoon() throws IOException, InterruptedException {
        open(subdistrict, "?lang=zh");
        String found =
                "return Array.from(document.querySelectorAll('#table-ledger tbody tr'), tr => tr.cells[0].innerText)";

        browser.run("document.querySelector('[data-choose=ledger-tag][data-value=OVERDUE]').click()");
        assertThat(texts(found)).containsExactly("6月底前建成口袋公园");
        browser.run("document.querySelector('[data-choose=ledger-tag][data-value=due-soon]').click()");
        assertThat(texts(found)).containsExactly("养老服务中心10月15日前开放");
        choose("ledger-tag", "");
        choose("ledger-unit", "应急管理办");
        choose("ledger-state", "NOT_REPORTED");
        assertThat(texts(found)).containsExactly("消防检查2400家次", "柳溪社区消防检查360家次");
        choose("ledger-unit", "");
        choose("ledger-state", "");
        browser.run("const find = document.querySelector('[data-table=ledger] [data-do=find]');"
                + " find.value = 'NIGHT patrol'; find.dispatchEvent(new Event('input'))");
        assertThat(texts(found)).containsExactly("组建夜间巡查队");
    }

    private static void choose(String select, String value) throws IOException, InterruptedException {
        browser.run(
                "const select = document.getElementById(arguments[0]); select.value = arguments[1];"
                        + " select.dispatchEvent(new Event('change'))",
                select,
                value);
    }

    @Test
    void theCsvFileHasTheRowsThatWereFoundWithTheirExactValues() throws IOException, InterruptedException {
        open(pinghu, "?lang=zh");
        choose("numbers-sector", "industry");
        browser.run("document.querySelector('[data-table=numbers] [data-do=csv]').click()");

        List<String> lines = csv(folder.resolve("numbers.csv")).lines().toList();

        assertThat(lines).hasSize(12);
        assertThat(lines.get(0)).isEqualTo("\uFEFF领域,指标,地区,时期,数值,同比,完成率,出处,准确值,基本单位,限定,下界,上界,引文,说明");
        assertThat(lines.get(1))
                .startsWith("产业发展,规上工业总产值,平湖街道,2024年,509.45亿元,+6.34%,,2024-1,50945000000,CNY,EXACT,"
                        + "50944500000,50945500000,509.45亿元,");
        assertThat(lines.get(2)).startsWith("产业发展,规上工业50强外总产值,平湖街道,2024年,未公布数值,+11.95%,,2024-1,,,");
    }

    private static String csv(Path file) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < end; ) {
            if (Files.exists(file)) {
                return Files.readString(file, StandardCharsets.UTF_8);
            }
            browser.await("setTimeout(arguments[0], 50)");
        }
        throw new AssertionError("No file was saved");
    }

    @Test
    void aFigureSaysByKeyboardWhereItIsPrintedAndEscapeClosesIt() throws IOException, InterruptedException {
        open(pinghu, "?lang=zh");
        browser.run("document.querySelector('#table-numbers').closest('.scroll').focus()");
        for (int heads = 0; heads < 9; heads++) {
            browser.press(TAB);
        }

        assertThat(texts("return [document.activeElement.className, document.getElementById('tip').innerText,"
                        + " String(document.getElementById('tip').hidden)]"))
                .containsExactly(
                        "cited",
                        "平湖街道2024年工作总结和2025年工作计划，第 2024-1 节：“509.45亿元”\n"
                                + "未说明增速按可比价还是现价计算。当地报纸2025年1月刊出的快报数为509.44亿元、+6.28%，与本报告略有出入。",
                        "false");

        browser.press(ESCAPE);

        assertThat(browser.run("return document.getElementById('tip').hidden").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"light, zh", "dark, en"})
    void axeFindsNothing(String theme, String language) throws IOException, InterruptedException {
        String axe = System.getProperty("grassroots.axe");
        assumeTrue(axe != null, "without -Dgrassroots.axe=axe.min.js, of the npm package axe-core, axe is not asked");
        for (Path page : List.of(pinghu, subdistrict)) {
            open(page, "?lang=" + language + "&theme=" + theme);
            browser.run("document.querySelectorAll('details').forEach(details => { details.open = true; });"
                    + Files.readString(Path.of(axe)) + "; window.axe = axe;");

            assertThat(browser.await("axe.run().then(answer => arguments[0](answer.violations"
                            + ".map(found => found.id + ': ' + found.nodes[0].html)))"))
                    .isEmpty();
        }
    }

    @Test
    void anEvilNameIsShownAndNotRun() throws IOException, InterruptedException {
        String evil = "<img src=x onerror=\"document.title='run'\">";
        Path page = folder.resolve("evil.html");
        Page.of(EvilCatalog.named(evil), TimePeriod.ofMonth(2025, 6)).writeTo(page);
        open(page, "?lang=zh");

        assertThat(texts("return [document.title, document.querySelector('h1').innerText,"
                        + " String(document.images.length)]"))
                .containsExactly(evil, evil, "0");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void thePolicyStopsAScriptThatIsNotThePagesOwn() throws IOException, InterruptedException {
        open(pinghu, "?lang=zh");
        browser.run("const script = document.createElement('script'); script.textContent = 'document.title = \"run\"';"
                + " document.body.append(script)");

        assertThat(browser.run("return document.title").asText()).isEqualTo("平湖街道2024年工作总结和2025年工作计划");
        assertThat(browser.console().toString()).contains("Content Security Policy");
    }

    @Test
    void fiveThousandRowsAreSortedAndNarrowedWithoutAPause() throws IOException, InterruptedException {
        Path page = folder.resolve("rows.html");
        SamplePages.ofRows(100, 50).writeTo(page);
        open(page, "?lang=zh");

        List<String> counts = texts("""
                const table = document.querySelector('[data-table=numbers]');
                const shown = () => table.querySelector('output').textContent;
                const answers = [shown()];
                table.querySelectorAll('th button')[4].click();
                answers.push(table.querySelector('tbody tr').cells[4].dataset.key);
                const find = table.querySelector('[data-do=find]');
                find.value = '指标77'; find.dispatchEvent(new Event('input'));
                answers.push(shown());
                return answers""");

        assertThat(counts).containsExactly("显示 20 行，符合条件 5000 行，共 5000 行", "0", "显示 20 行，符合条件 50 行，共 5000 行");
    }

    @Test
    void thePageIsPrintedOnA4AndHasAllRows() throws IOException, InterruptedException {
        open(pinghu, "?lang=zh&theme=dark");
        String pdf = new String(browser.pdf(), StandardCharsets.ISO_8859_1);

        List<String> boxes = Pattern.compile("/MediaBox \\[([^]]*)\\]")
                .matcher(pdf)
                .results()
                .map(box -> box.group(1))
                .distinct()
                .toList();
        assertThat(boxes).hasSize(1);
        assertThat(boxes.get(0)).matches("0 0 59[45](\\.\\d+)? 84[12](\\.\\d+)?");
    }

    private static List<String> texts(String script, Object... arguments) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : browser.run(script, arguments)) {
            texts.add(text.asText());
        }
        return texts;
    }
}
