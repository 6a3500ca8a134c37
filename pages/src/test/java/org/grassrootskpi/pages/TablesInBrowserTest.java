package org.grassrootskpi.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the pages in a real browser: sorted, narrowed, turned over and saved; skipped where there is none. */
class TablesInBrowserTest {
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
    void aTableIsSortedByNumberAndByText() throws IOException, InterruptedException {
        open(pinghu, "?lang=zh");
        String column = "return Array.from(document.querySelectorAll('#table-numbers tbody tr'),"
                + " tr => tr.cells[arguments[0]].dataset.key)";
        browser.run("document.querySelectorAll('#table-numbers th button')[4].click()");
        List<String> rising = browser.texts(column, 4);
        browser.run("document.querySelectorAll('#table-numbers th button')[4].click()");
        List<String> falling = browser.texts(column, 4);

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
        assertThat(browser.texts(found)).containsExactly("6月底前建成口袋公园");
        browser.run("document.querySelector('[data-choose=ledger-tag][data-value=due-soon]').click()");
        assertThat(browser.texts(found)).containsExactly("养老服务中心10月15日前开放");
        choose("ledger-tag", "");
        choose("ledger-unit", "应急管理办");
        choose("ledger-state", "NOT_REPORTED");
        assertThat(browser.texts(found)).containsExactly("消防检查2400家次", "柳溪社区消防检查360家次");
        choose("ledger-unit", "");
        choose("ledger-state", "");
        browser.run("const find = document.querySelector('[data-table=ledger] [data-do=find]');"
                + " find.value = 'NIGHT patrol'; find.dispatchEvent(new Event('input'))");
        assertThat(browser.texts(found)).containsExactly("组建夜间巡查队");
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
    void theFindingsOfALevelAreShownAndSavedWithTheirSentences() throws IOException, InterruptedException {
        open(subdistrict, "?lang=en");
        String shown = "return Array.from(document.querySelectorAll('#table-check .finding'))"
                + ".filter(e => e.checkVisibility()).map(e => e.dataset.tag)";
        assertThat(browser.texts(shown)).containsExactly("ERROR", "QUESTION", "WARNING");

        browser.run("document.querySelector('[data-choose=check-tag][data-value=ERROR]').click()");
        browser.run("document.querySelector('[data-table=check] [data-do=csv]').click()");

        assertThat(browser.texts(shown)).containsExactly("ERROR");
        assertThat(csv(folder.resolve("check.csv")).lines())
                .containsExactly(
                        "\uFEFFLine,Sentence,What was found",
                        "3,受理诉求9600件，办结9350件，办结率94.7%,\"Error: A rate does not fit its two parts (rate.parts, line 3,"
                                + " character 20) 9350件 ÷ 9600件 = 97.40% ≠ 94.7% Each of these alone would make it right:"
                                + " 9350件 → 9087件–9095件 94.7% → 97.4% (digits swapped)\"");

        choose("check-tag", "");
        browser.run("document.querySelectorAll('#table-check th button')[2].click()");
        assertThat(
                        browser.texts(
                                "return Array.from(document.querySelectorAll('#table-check tbody tr'), tr => tr.cells[0].innerText)"))
                .containsExactly("3", "12");
        browser.run("document.querySelectorAll('#table-check th button')[2].click()");
        assertThat(
                        browser.texts(
                                "return Array.from(document.querySelectorAll('#table-check tbody tr'), tr => tr.cells[0].innerText)"))
                .containsExactly("12", "3");
    }

    /** How long each takes until it is on the screen is printed: below 100 ms, where the machine has nothing else to do. */
    @Test
    void fiveThousandRowsAreSortedNarrowedAndTurnedOver() throws IOException, InterruptedException {
        Path page = folder.resolve("rows.html");
        SamplePages.ofRows(100, 50).writeTo(page);
        open(page, "?lang=zh");

        JsonNode answer = browser.await("""
                const done = arguments[0];
                const table = document.querySelector('[data-table=numbers]');
                const answers = [];
                const times = [];
                const act = async (name, action) => {
                  const start = performance.now();
                  action();
                  await new Promise(painted => requestAnimationFrame(() => setTimeout(painted)));
                  times.push(name + ' ' + Math.round(performance.now() - start) + ' ms');
                  answers.push(table.querySelector('output').textContent + '：'
                    + (table.querySelector('tbody tr')?.cells[4].dataset.key ?? ''));
                };
                const find = text => {
                  const input = table.querySelector('[data-do=find]');
                  input.value = text;
                  input.dispatchEvent(new Event('input'));
                };
                const click = what => table.querySelector(what).click();
                (async () => {
                  await act('sort', () => table.querySelectorAll('th button')[4].click());
                  await act('100 rows', () => click('[data-do=more]'));
                  await act('next', () => click('[data-do=next]'));
                  await act('previous', () => click('[data-do=previous]'));
                  await act('before the first', () => click('[data-do=previous]'));
                  await act('sort the other way', () => table.querySelectorAll('th button')[4].click());
                  await act('find', () => find('指标77'));
                  await act('find nothing', () => find('指标770'));
                  await act('find all', () => find(''));
                  await act('language', () => document.querySelector('[data-lang-choice=en]').click());
                  done([answers, times]);
                })()""");

        System.out.println("5,000 rows: " + answer.get(1));
        List<Long> sorted = LongStream.range(0, 5000)
                .map(number -> number * 7919 % 1_000_003)
                .sorted()
                .boxed()
                .toList();
        long least = sorted.get(0);
        long most = sorted.get(4999);
        long mostOf77 = LongStream.range(3850, 3900)
                .map(number -> number * 7919 % 1_000_003)
                .max()
                .orElseThrow();
        assertThat(Browser.texts(answer.get(0)))
                .containsExactly(
                        "第 1–20 行，符合条件 5000 行，共 5000 行：" + least,
                        "第 1–100 行，符合条件 5000 行，共 5000 行：" + least,
                        "第 101–200 行，符合条件 5000 行，共 5000 行：" + sorted.get(100),
                        "第 1–100 行，符合条件 5000 行，共 5000 行：" + least,
                        "第 1–100 行，符合条件 5000 行，共 5000 行：" + least,
                        "第 1–100 行，符合条件 5000 行，共 5000 行：" + most,
                        "第 1–50 行，符合条件 50 行，共 5000 行：" + mostOf77,
                        "第 0–0 行，符合条件 0 行，共 5000 行：",
                        "第 1–100 行，符合条件 5000 行，共 5000 行：" + most,
                        "Rows 1–100 of 5000 found, 5000 in all：" + most);
    }
}
