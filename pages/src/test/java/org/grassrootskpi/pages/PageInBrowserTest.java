package org.grassrootskpi.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static Path district;
    private static Path longNames;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Browser.absence().ifPresent(reason -> assumeTrue(false, reason));
        browser = Browser.start();
        browser.downloadsTo(folder);
        pinghu = folder.resolve("pinghu.html");
        subdistrict = folder.resolve("subdistrict.html");
        district = folder.resolve("district.html");
        SamplePages.pinghu().writeTo(pinghu);
        longNames = folder.resolve("long-names.html");
        SamplePages.district().writeTo(district);
        SamplePages.longNames().writeTo(longNames);
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
        for (Path page : List.of(pinghu, subdistrict, district)) {
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
        for (Path page : List.of(pinghu, subdistrict, district, longNames)) {
            browser.size(width, 900);
            browser.open(page, "?lang=" + language + "&theme=" + theme);
            browser.run("document.querySelectorAll('details').forEach(details => { details.open = true; })");

            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .isEqualTo(width);
            assertThat(browser.texts("""
                    return Array.from(document.querySelectorAll('.tile, .picture, .data, h1, h2, h3, p, .controls, .counts'))
                      .filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right > innerWidth + 0.5)
                      .map(e => e.outerHTML.slice(0, 200))""")).isEmpty();
            assertThat(browser.texts("""
                    return Array.from(document.querySelectorAll('.name, .tile, .figures dd'))
                      .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
                      .map(e => e.textContent)""")).isEmpty();
        }
    }

    @Test
    void theLanguageIsSwitchedEverywhere() throws IOException, InterruptedException {
        open(subdistrict, "?lang=zh");
        browser.run("document.querySelector('[data-lang-choice=en]').click()");

        assertThat(browser.texts("return [document.documentElement.lang, document.title,"
                        + " document.querySelector('h1').innerText,"
                        + " document.querySelector('#ledger-state').selectedOptions[0].text,"
                        + " document.querySelector('[data-table=ledger] output').textContent]"))
                .containsExactly(
                        "en",
                        "Work plan of the sample subdistrict for 2025 (simulated)",
                        "Work plan of the sample subdistrict for 2025 (simulated)",
                        "all",
                        "Rows 1–20 of 32 found, 32 in all");
        // Names of units and quotes of documents are in Chinese only.
        assertThat(browser.run("return document.querySelector('#sectors').innerText")
                        .asText())
                .doesNotContainPattern(Pattern.compile("\\p{IsHan}"));

        browser.run("document.querySelector('[data-lang-choice=zh]').click()");

        assertThat(browser.texts("return [document.documentElement.lang, document.querySelector('h2').innerText]"))
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

        List<String> shown = browser.texts(
                "return Array.from(document.querySelectorAll('.heat tbody td'), td => td.innerText.trim())");

        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected).hasSize(15);
    }

    @Test
    void aFigureSaysByKeyboardWhereItIsPrintedAndEscapeClosesIt() throws IOException, InterruptedException {
        open(pinghu, "?lang=zh");
        browser.run("document.querySelector('#table-numbers').closest('.scroll').focus()");
        for (int heads = 0; heads < 9; heads++) {
            browser.press(TAB);
        }

        assertThat(browser.texts("return [document.activeElement.className, document.getElementById('tip').innerText,"
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
        for (Path page : List.of(pinghu, subdistrict, district)) {
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
        Page.builder(EvilCatalog.named(evil), TimePeriod.ofMonth(2025, 6))
                .checked(FindingsTest.evil(evil))
                .build()
                .writeTo(page);
        open(page, "?lang=zh");

        assertThat(browser.texts("return [document.title, document.querySelector('h1').innerText,"
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
}
