package org.grassrootskpi.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    private static final Splitter WORDS = Splitter.on(' ');

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4 5, h0 h1 h2 h3 h4",
        "5 4 3 2 1, h4 h3 h2 h1 h0",
        "1 1 1 1 5, h0 h0 h0 h0 h4",
        "-3 -2 -1 0 1, h0 h1 h2 h3 h4",
        "7 7 7, h2 h2 h2",
        "7, h2",
        "1 - 2, h0 none h2",
        "1 2 3 4 5 6 7 8 9 10, h0 h0 h1 h1 h2 h2 h3 h3 h4 h4"
    })
    void heatIsTheFifthAmongTheRegionsAndEqualValuesAreAlike(String values, String styles) {
        List<PageData.RegionCell> cells = cells(WORDS.splitToList(values));
        Heat heat = new Heat(figures(cells), "i");

        assertThat(cells.stream()
                        .map(PageData.RegionCell::region)
                        .map(heat::style)
                        .toList())
                .isEqualTo(WORDS.splitToList(styles));
    }

    private static PageData.RegionFigures figures(List<PageData.RegionCell> cells) {
        return new PageData.RegionFigures(
                false,
                Text.same("2024"),
                cells.stream()
                        .map(cell -> new PageData.Part(
                                cell.region(), Text.same(cell.region()), "COMMUNITY", Optional.empty()))
                        .toList(),
                List.of(new PageData.Column("i", Text.same("i"), true)),
                cells);
    }

    private static List<PageData.RegionCell> cells(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new PageData.RegionCell(
                        "r" + i,
                        "i",
                        values.get(i).equals("-")
                                ? Optional.empty()
                                : Optional.of(Figure.of(Quantity.parse(values.get(i) + "件"))),
                        Optional.empty()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "50.00%, true, false, false",
        "近50%, true, true, false",
        "超50%, true, true, true",
        "超250%, true, false, true",
        "-, false, false, false"
    })
    void aBarIsSolidUpToWhatIsSureHatchedUpToWhatMayBeAndOpenWhereNothingBoundsIt(
            String done, boolean isDone, boolean isHatched, boolean isOpen) {
        Html html = new Html();

        Bars.draw(
                html,
                done.equals("-") ? Optional.empty() : Optional.of(Figure.of(Quantity.parse(done))),
                Optional.of(Figure.of(Quantity.parse("75%"))),
                1.5);

        String bar = html.toString();
        assertThat(bar.contains("class=\"done\"")).isEqualTo(isDone);
        assertThat(bar.contains("class=\"track unknown\"")).isEqualTo(!isDone);
        assertThat(bar.contains("class=\"open\"")).isEqualTo(isOpen);
        assertThat(Pattern.compile("class=\"perhaps\"[^>]* width=\"(?!0\\.[0-5]\\d%)")
                        .matcher(bar)
                        .find())
                .isEqualTo(isHatched);
        assertThat(bar).contains("class=\"due\" x1=\"47.17%\"").contains("class=\"goal\" x1=\"62.89%\"");
    }

    @Test
    void aPlaceThatIsOpenIsDrawnFromBestToWorstAndADecidedOneIsAPoint() {
        Html html = new Html();
        Figure score = Figure.of(Quantity.parse("80%"));
        new RankingPicture(
                        html,
                        new PageData.Standings(
                                false,
                                Optional.of("TOWNSHIP"),
                                List.of(
                                        new PageData.Place(
                                                "a",
                                                Text.same("A"),
                                                "1",
                                                "1",
                                                "1",
                                                false,
                                                Optional.of("2"),
                                                score,
                                                List.of()),
                                        new PageData.Place(
                                                "b",
                                                Text.same("B"),
                                                "2",
                                                "2",
                                                "4",
                                                true,
                                                Optional.of("-1"),
                                                score,
                                                List.of()),
                                        new PageData.Place(
                                                "c",
                                                Text.same("C"),
                                                "3",
                                                "2",
                                                "4",
                                                false,
                                                Optional.of("0"),
                                                score,
                                                List.of()),
                                        new PageData.Place(
                                                "d",
                                                Text.same("D"),
                                                "4",
                                                "2",
                                                "4",
                                                false,
                                                Optional.empty(),
                                                score,
                                                List.of())),
                                List.of(Text.same("E"))))
                .write();
        List<String> rows = Splitter.on("<tr>").splitToList(html.toString());

        assertThat(rows.get(2))
                .contains(">1</td>", "▲", " 2", "class=\"place\"")
                .doesNotContain("perhaps");
        assertThat(rows.get(3)).contains(">2=<", "2–4", "▼", "class=\"perhaps\" x=\"25.00%\" y=\"4\" width=\"75.00%\"");
        assertThat(rows.get(4)).contains("＝", "class=\"perhaps\"");
        assertThat(rows.get(5)).contains("无上月名次", "class=\"perhaps\"").contains("未排名（数据不全）：E");
    }

    @Test
    void aStageOfAYearIsDrawnAsNotExactlyKnown() {
        String html = SamplePages.pinghu().toHtml();

        // 92 of 114 projects have a date; all that the report says of the past is the year.
        assertThat(Splitter.on("<rect class=\"vague\"").splitToList(html)).hasSizeGreaterThan(60);
        assertThat(html).contains("原文未写时间");
    }

    @Test
    void theDataOfASubdistrictFitItsSchema() throws IOException {
        JsonNode json = new ObjectMapper().readTree(SamplePages.subdistrict().toJson());

        assertThat(PageTest.problems(json)).isEmpty();
        assertThat(json.get("states").toString())
                .isEqualTo(
                        "{\"REACHED\":2,\"ON_SCHEDULE\":9,\"BEHIND\":10,\"OVERDUE\":1,\"UNDECIDED\":2,\"UNDER_WAY\":3,"
                                + "\"NOT_REPORTED\":3,\"WITHDRAWN\":1,\"NOT_JUDGED\":1}");
    }
}
