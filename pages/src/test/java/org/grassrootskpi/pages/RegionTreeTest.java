package org.grassrootskpi.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tree of regions, written as their names from the top and their figures: {@code D 10, D.T 6, D.T.C 近3, D.U -}. The one without a
 * figure did not report.
 */
class RegionTreeTest {
    private static final List<String> LEVELS = List.of("COUNTY", "TOWNSHIP", "COMMUNITY");
    private static final Splitter LIST = Splitter.on(", ");
    private static final Pattern DRAWN = Pattern.compile(
            "<rect class=\"area ([a-z0-9 ]+)\" x=\"([\\d.]+)%\" y=\"([\\d.]+)%\""
                    + " width=\"([\\d.]+)%\" height=\"([\\d.]+)%\"/>(?:(?!<rect).)*?<div class=\"name[^>]*>(?:<b>([^<]*)</b>)?",
            Pattern.DOTALL);

    private record Rect(String style, double x, double y, double width, double height) {
        double size() {
            return width * height;
        }

        boolean holds(Rect other) {
            return other.x > x - 0.0002
                    && other.y > y - 0.0002
                    && other.x + other.width < x + width + 0.0002
                    && other.y + other.height < y + height + 0.0002;
        }

        double common(Rect other) {
            double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            return wide < 0.0003 || high < 0.0003 ? 0 : wide * high;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 1",
                "A 1, B 1",
                "A 6, B 6, C 4, D 3, E 2, F 2, G 1",
                "A 9000, B 1, C 1, D 1",
                "A 3, B 0, C 5, D 8, E 13, F 21, G 34, H 55, I 89, J 144, K 233, L 377"
            })
    void areasAreAsLargeAsTheirFiguresFillThePictureAndDoNotOverlap(String regions) {
        Map<String, Rect> areas = areas(draw(regions));
        double sum = values(regions).sum();

        assertThat(areas.values().stream().mapToDouble(Rect::size).sorted().toArray())
                .containsExactly(
                        values(regions)
                                .filter(value -> value > 0)
                                .map(value -> value / sum)
                                .sorted()
                                .toArray(),
                        within(0.0003));
        assertThat(overlaps(areas)).isEmpty();
    }

    private static DoubleStream values(String regions) {
        return LIST.splitToStream(regions).mapToDouble(region -> Double.parseDouble(region.substring(2)));
    }

    private static List<String> overlaps(Map<String, Rect> areas) {
        List<String> overlaps = new ArrayList<>();
        areas.forEach((a, rect) -> areas.forEach((b, other) -> {
            boolean isWithin = a.startsWith(b) || b.startsWith(a);
            if (!isWithin && rect.common(other) > 0) {
                overlaps.add(a + " and " + b);
            }
        }));
        return overlaps;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D 12, D.T 8, D.T.A 5, D.T.B 3, D.U 4, D.U.C 4",
                "D -, D.T -, D.T.A 5, D.T.B 3, D.U -, D.U.C 4",
                "D 12, D.T -, D.T.A 5, D.T.B 3, D.U 4, D.U.C -",
                "D 12, D.T 8, D.T.A 5, D.T.B -, D.U 4, D.U.C 4",
                "D 12, D.A 8, D.B 4, E 5, E.C -, E.F 5",
            })
    void areasLieWithinThoseOfWhichTheyArePartsAndAreAsLargeAsTheirShare(String regions) {
        Map<String, Rect> areas = areas(draw(regions));
        areas.remove("rest");

        assertThat(overlaps(areas)).isEmpty();
        areas.forEach((name, rect) -> {
            String parent = parent(name);
            if (!parent.isEmpty()) {
                assertThat(Objects.requireNonNull(areas.get(parent)).holds(rect))
                        .as(name)
                        .isTrue();
                areas.forEach((other, sibling) -> {
                    if (parent(other).equals(parent) && size(regions, other) > 0) {
                        assertThat(rect.size() / sibling.size())
                                .as(name + " and " + other)
                                .isCloseTo(size(regions, name) / size(regions, other), within(0.01));
                    }
                });
            }
        });
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The figure of a region, or that of its parts. */
    private static double size(String regions, String name) {
        String figure = LIST.splitToStream(regions)
                .filter(region -> region.startsWith(name + " "))
                .map(region -> region.substring(name.length() + 1))
                .findFirst()
                .orElse("-");
        return figure.equals("-")
                ? LIST.splitToStream(regions)
                        .map(region -> region.substring(0, region.indexOf(' ')))
                        .filter(region -> parent(region).equals(name))
                        .mapToDouble(region -> size(regions, region))
                        .sum()
                : Double.parseDouble(figure);
    }

    @Test
    void theRestOfAWholeIsHatchedAndAPartThatDidNotReportIsListed() {
        String html = draw("D 12, D.T 8, D.T.A 5, D.T.B -, D.U 4, D.U.C 4");
        Map<String, Rect> areas = areas(html);

        assertThat(areas).containsOnlyKeys("D", "D.T", "D.T.A", "D.U", "D.U.C", "rest");
        assertThat(Objects.requireNonNull(areas.get("rest")).style()).isEqualTo("rest");
        assertThat(Objects.requireNonNull(areas.get("D.T")).holds(Objects.requireNonNull(areas.get("rest"))))
                .isTrue();
        assertThat(Objects.requireNonNull(areas.get("rest")).size()
                        / Objects.requireNonNull(areas.get("D.T.A")).size())
                .isCloseTo(3 / 5.0, within(0.01));
        assertThat(listed(html)).containsExactly("D.T.B 未报送");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D 12, D.A 5, D.B -                       | true",
                "D 12, D.A 5, D.B 7                       | false",
                "D 12, D.A 5, D.B 6                       | true",
                "D 约12, D.A 5, D.B 7                     | false",
                // As much as 近 and 超 leave open may be the whole of it.
                "D 12, D.A 5, D.B 超6                     | false",
                "D 近12, D.A 5, D.B 6                     | false",
                "D 超12, D.A 5, D.B 6                     | true",
                // What rounding leaves open is no rest.
                "D 1.2万, D.A 5000, D.B 6960              | false",
                "D 1.2万, D.A 5000, D.B 6400              | true"
            })
    void aRestIsDrawnOnlyWhereTheWholeIsSurelyMoreThanItsParts(String regions, boolean hasRest) {
        assertThat(areas(draw(regions)).containsKey("rest")).isEqualTo(hasRest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D 10, D.A 5, D.B 7          | true",
                "D 12, D.A 5, D.B 7          | false",
                "D 11.6, D.A 0.1, D.B 11.5   | false",
                "D 近11, D.A 5, D.B 7        | true",
                "D 超10, D.A 5, D.B 7        | false",
                "D 10, D.A 5, D.B 近7        | false",
                "D -, D.A 5, D.B 7           | false"
            })
    void partsThatAreSurelyMoreThanTheWholeAreNamed(String regions, boolean isNamed) {
        assertThat(draw(regions).contains("各部分之和大于总数")).isEqualTo(isNamed);
    }

    @ParameterizedTest
    @CsvSource({"近5, true, perhaps", "超5, true, open", "约5, true, perhaps", "5, false, open"})
    void aFigureThatIsNotPlainHasABrokenEdgeAndItsOpenEnd(String figure, boolean isVague, String mark) {
        String html = draw("A " + figure + ", B 3");

        assertThat(html.contains("class=\"name h2 vague\"")).isEqualTo(isVague);
        assertThat(html.contains("class=\"" + mark + "\"")).isEqualTo(isVague);
        assertThat(html).contains(figure);
    }

    @Test
    void zeroIsNotMissingAndNeitherHasAnArea() {
        String html = draw("A 5, B 0, C -");

        assertThat(areas(html)).containsOnlyKeys("A");
        assertThat(listed(html)).containsExactly("B 0件", "C 未报送");
    }

    @Test
    void coloursCompareTheRegionsOfOneLevel() {
        Map<String, Rect> areas = areas(draw("D.A 1, D.B 2, D.C 3, D.E 4, D.F 5, G 100, H 50"));

        assertThat(Objects.requireNonNull(areas.get("D.F")).style()).isEqualTo("h4");
        assertThat(Objects.requireNonNull(areas.get("D.A")).style()).isEqualTo("h0");
        assertThat(Objects.requireNonNull(areas.get("G")).style()).isEqualTo("h2");
        assertThat(Objects.requireNonNull(areas.get("H")).style()).isEqualTo("h0");
    }

    private static List<String> listed(String html) {
        Matcher list = Pattern.compile("undrawn\">(.*?)</ul>", Pattern.DOTALL).matcher(html);
        return list.find()
                ? Splitter.on("<li>")
                        .splitToStream(list.group(1)
                                .replaceAll("<span class=\"en\".*?</span>", "")
                                .replaceAll("\n", ""))
                        .skip(2)
                        .map(item -> item.replaceAll("<[^>]*>", ""))
                        .toList()
                : List.of();
    }

    private static Map<String, Rect> areas(String html) {
        Map<String, Rect> areas = new LinkedHashMap<>();
        for (Matcher area = DRAWN.matcher(html); area.find(); ) {
            double[] at = IntStream.rangeClosed(2, 5)
                    .mapToDouble(i -> Double.parseDouble(area.group(i)) / 100)
                    .toArray();
            areas.put(
                    Optional.ofNullable(area.group(6)).orElse("rest"),
                    new Rect(area.group(1), at[0], at[1], at[2], at[3]));
        }
        return areas;
    }

    private static String draw(String regions) {
        List<PageData.Part> parts = new ArrayList<>();
        List<PageData.RegionCell> cells = new ArrayList<>();
        for (String region : LIST.split(regions)) {
            String name = region.substring(0, region.indexOf(' '));
            String figure = region.substring(name.length() + 1);
            String parent = parent(name);
            parts.add(new PageData.Part(
                    name,
                    Text.same(name),
                    LEVELS.get((int) name.chars().filter(c -> c == '.').count()),
                    parent.isEmpty() ? Optional.empty() : Optional.of(parent)));
            cells.add(new PageData.RegionCell(
                    name,
                    "i",
                    figure.equals("-") ? Optional.empty() : Optional.of(Figure.of(Quantity.parse(figure + "件"))),
                    figure.equals("-") ? Optional.of(Words.of("absence.NO_OBSERVATION")) : Optional.empty()));
        }
        PageData.Column indicator = new PageData.Column("i", Text.same("i"), true);
        PageData.RegionFigures figures =
                new PageData.RegionFigures(false, Text.same("2024"), parts, List.of(indicator), cells);
        Html html = new Html();
        new RegionTree(html, figures, indicator, new Heat(figures, "i")).write();
        return html.toString();
    }
}
