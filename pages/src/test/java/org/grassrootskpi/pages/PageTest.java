package org.grassrootskpi.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.assess.AssessmentRefusedException;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    private static final TimePeriod JUNE = TimePeriod.ofMonth(2025, 6);
    private static final Catalog PINGHU = PinghuCatalog.load();
    private static final String HTML = Page.of(PINGHU, JUNE).toHtml();

    @TempDir
    Path folder;

    @Test
    void thePolicyAllowsTheScriptAndTheStyleSheetOfThePageAndNothingElse() {
        String policy = one("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"");

        assertThat(policy.replace("&#39;", "'"))
                .isEqualTo("default-src 'none'; script-src 'sha256-" + sha256(one("(?s)<script>(.*?)</script>"))
                        + "'; style-src 'sha256-" + sha256(one("(?s)<style>(.*?)</style>"))
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void nothingIsLoadedAndNoMarkupHasAScriptOrAStyleOfItsOwn() {
        String markup = HTML.replaceAll("(?s)<(script|style)>.*?</\\1>", "");

        assertThat(markup).doesNotContainPattern("\\s(src|srcset|style|on[a-z]+)=");
        assertThat(markup).doesNotContainPattern("href=\"(?!#)");
        assertThat(markup).doesNotContain("<link", "<iframe", "<object", "<base");
        assertThat(HTML).doesNotContain("@import", "http://", "https://");
    }

    @Test
    void whatACatalogueSaysIsNeverMarkup() {
        String evil = "<img src=x onerror=alert(1)>\"'&</script><!--";
        Catalog catalog = EvilCatalog.named(evil);

        String html = Page.of(catalog, JUNE).toHtml();

        String shown = "&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;/script&gt;&lt;!--";
        assertThat(html)
                .doesNotContain("<img", "<!--")
                .contains("<dt>" + shown, ">" + shown + "</td>", shown + "</h3>");
        assertThat(Splitter.on("</script>").splitToList(html)).hasSize(2);
    }

    @Test
    void aControlCharacterAndHalfAPairAreShownAsUnknown() {
        assertThat(new Html()
                        .text("a\u0000b\u001Bc\uD800d\uDC00e\uFFFE \uD83D\uDE00\n")
                        .toString())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD \uD83D\uDE00\n");
    }

    @Test
    void elementsThatWereNotEndedAreRefused() {
        assertThatThrownBy(() -> new Html().open("p").toString())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Elements were not ended: [p]");
    }

    @Test
    void theJsonFitsItsSchemaAndNamesEveryNumberOfTheCatalogue() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Page.of(PINGHU, JUNE).toJson());

        assertThat(problems(json)).isEmpty();
        assertThat(json.get("numbers").size()).isEqualTo(PINGHU.observations().size());
        assertThat(json.get("commitments").size()).isEqualTo(PINGHU.targets().size());
        assertThat(json.get("projects").size()).isEqualTo(PINGHU.projects().size());
        assertThat(json.at("/numbers/0").toPrettyString().replace("\r", "")).isEqualTo("""
                {
                  "kind" : "OBSERVATION",
                  "sector" : "industry",
                  "sectorName" : {
                    "zh" : "产业发展",
                    "en" : "Industry"
                  },
                  "indicator" : "industry.output",
                  "name" : {
                    "zh" : "规上工业总产值",
                    "en" : "Gross output of industrial enterprises above designated size"
                  },
                  "region" : "440307003",
                  "regionName" : {
                    "zh" : "平湖街道",
                    "en" : "Pinghu Subdistrict"
                  },
                  "period" : "2024",
                  "periodName" : {
                    "zh" : "2024年",
                    "en" : "2024"
                  },
                  "better" : "HIGHER",
                  "figure" : {
                    "text" : {
                      "zh" : "509.45亿元",
                      "en" : "50.945 billion CNY"
                    },
                    "value" : "50945000000",
                    "unit" : "CNY",
                    "qualifier" : "EXACT",
                    "lower" : "50944500000",
                    "upper" : "50945500000"
                  },
                  "change" : {
                    "text" : {
                      "zh" : "+6.34%",
                      "en" : "+6.34%"
                    },
                    "value" : "0.0634",
                    "unit" : "ratio",
                    "qualifier" : "EXACT",
                    "lower" : "0.06335",
                    "upper" : "0.06345"
                  },
                  "citation" : {
                    "document" : {
                      "zh" : "平湖街道2024年工作总结和2025年工作计划",
                      "en" : "Pinghu Subdistrict: summary of work in 2024 and plan of work for 2025"
                    },
                    "section" : "2024-1",
                    "quote" : "509.45亿元"
                  },
                  "note" : {
                    "zh" : "未说明增速按可比价还是现价计算。当地报纸2025年1月刊出的快报数为509.44亿元、+6.28%，与本报告略有出入。",
                    "en" : "The report does not say whether the growth is at comparable or at current prices. A local newspaper of January 2025 printed preliminary figures, 50.944 billion yuan and +6.28 %, which differ slightly."
                  },
                  "simulated" : false
                }""");
    }

    @Test
    void aJsonWithAnotherMemberDoesNotFitTheSchema() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Page.of(PINGHU, JUNE).toJson());
        ((ObjectNode) json.at("/numbers/0")).put("colour", "red");

        assertThat(problems(json)).hasSize(1);
    }

    @Test
    void aTileHasTheChosenIndicatorsInTheirOrderElseThoseWithAChangeFirst() throws IOException {
        Page page = Page.builder(PINGHU, JUNE)
                .headlines(List.of("industry.investment.industrial", "industry.output"))
                .build();

        assertThat(headlines(page, 0)).containsExactly("industry.investment.industrial", "industry.output");
        assertThat(headlines(Page.of(PINGHU, JUNE), 0)).startsWith("industry.output", "industry.output.outside-top-50");
        assertThatThrownBy(() -> Page.builder(PINGHU, JUNE).headlines(List.of("industry.outputs")))
                .isInstanceOf(UnknownIdException.class)
                .hasMessageContaining("industry.output");
    }

    @Test
    void whatIsNotAPlainNumberIsNotDrawnAsOne() {
        assertThat(HTML)
                .contains("<span class=\"missing\"><span class=\"zh\" lang=\"zh-Hans\">未公布数值</span>")
                .contains("近300亿元</span><span class=\"en\" lang=\"en\">under 30 billion CNY</span></span>"
                        + "\n<svg class=\"mark\"");
    }

    @Test
    void everyFigureThatIsPrintedSaysWhere() {
        assertThat(HTML)
                .contains("aria-describedby=\"tip-number-0\"")
                .contains("平湖街道2024年工作总结和2025年工作计划，第 2024-1 节：“509.45亿元”");
    }

    @Test
    void simulatedFiguresAreMarkedAboveEveryPicture() {
        assertThat(HTML).doesNotContain("class=\"simulated\"");
        String simulated = Page.builder(PINGHU, JUNE).simulated().build().toHtml();

        List<String> pictures = Splitter.on(Pattern.compile("<article |class=\"(data|picture[a-z ]*)\""))
                .splitToList(simulated);
        assertThat(pictures)
                .hasSizeGreaterThan(7)
                .allSatisfy(picture ->
                        assertThat(picture.contains("class=\"simulated\"")).isTrue());
    }

    @Test
    void figuresOfRegionsGroupedOtherwiseAreRefusedWithTheWayOut() {
        Engine engine = Engine.local(
                ObservationTable.builder(PINGHU).addAll(PINGHU.observations()).build());

        assertThatThrownBy(() -> Page.builder(PINGHU, JUNE)
                        .regions(
                                engine.execute(Query.select("industry.output").groupBy(Dimension.indicator())),
                                TimePeriod.ofYear(2024),
                                false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected one figure for each indicator and region, got")
                .hasMessageEndingWith("group by Dimension.indicator() and Dimension.region(level) alone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNTY,TOWNSHIP,COMMUNITY | D D.T<D D.T.A<D.T D.T.B<D.T D.T.C<D.T D.U<D D.U.D<D.U D.U.E<D.U D.V<D"
                        + " D.V.F<D.V D.W<D",
                "COMMUNITY,TOWNSHIP        | D.T D.T.A<D.T D.T.B<D.T D.T.C<D.T D.U D.U.D<D.U D.U.E<D.U D.V D.V.F<D.V"
                        + " D.W",
                "COUNTY,COMMUNITY          | D D.T.A<D D.T.B<D D.T.C<D D.U.D<D D.U.E<D D.V.F<D",
                "TOWNSHIP                  | D.T D.U D.V D.W"
            })
    void regionsOfSeveralLevelsAreInTheOrderOfTheTreeBelowTheNearestThatIsThere(String levels, String regions)
            throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(SamplePages.district(Splitter.on(',')
                                .splitToStream(levels)
                                .map(RegionLevel::valueOf)
                                .toArray(RegionLevel[]::new))
                        .toJson());

        assertThat(problems(json)).isEmpty();
        List<String> shown = new ArrayList<>();
        json.at("/regions/regions")
                .forEach(region -> shown.add(region.get("code").asText()
                        + (region.has("parent") ? "<" + region.get("parent").asText() : "")));
        assertThat(String.join(" ", shown)).isEqualTo(regions);
    }

    @Test
    void twoResultsWithTheSameRegionAreRefused() throws IOException {
        ResultTable result = SamplePages.byCommunity();

        assertThatThrownBy(() ->
                        Page.builder(PINGHU, JUNE).regions(List.of(result, result), TimePeriod.ofYear(2025), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Expected one figure for each indicator and region, got several of jobs.new in ");
    }

    @Test
    void aPeriodThatIsNoMonthIsRefused() {
        assertThatThrownBy(() -> Page.of(PINGHU, TimePeriod.ofYear(2025)))
                .isInstanceOf(AssessmentRefusedException.class)
                .hasMessageContaining("expected a month, got 2025");
    }

    @Test
    void aCatalogueWithNothingInItHasAPage() {
        String html = Page.of(Catalog.builder().build(), JUNE).toHtml();

        assertThat(html)
                .contains("<title data-zh=\"关键指标\" data-en=\"Key figures\">关键指标</title>", "目录中还没有数据，也没有任务")
                .doesNotContain("id=\"table-numbers\"");
    }

    @Test
    void theFileHasTheTitleThatWasGiven() throws IOException {
        Path file = folder.resolve("page.html");

        Page.builder(PINGHU, JUNE)
                .title(LocalizedText.of("平湖", "Pinghu"))
                .build()
                .writeTo(file);

        assertThat(Files.readString(file))
                .startsWith("<!DOCTYPE html>\n")
                .contains("<h1><span class=\"zh\" lang=\"zh-Hans\">平湖</span>");
    }

    private static List<String> headlines(Page page, int tile) throws IOException {
        JsonNode json = new ObjectMapper().readTree(page.toJson());
        List<String> indicators = new ArrayList<>();
        json.at("/sectors/" + tile + "/headlines")
                .forEach(number -> indicators.add(
                        json.get("numbers").get(number.asInt()).get("indicator").asText()));
        return indicators;
    }

    static List<String> problems(JsonNode json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Page.jsonSchema())
                .validate(json.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .collect(ImmutableList.toImmutableList());
    }

    private static String one(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(HTML);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String sha256(String text) {
        return Base64.getEncoder()
                .encodeToString(Hashing.sha256()
                        .hashString(text, StandardCharsets.UTF_8)
                        .asBytes());
    }
}
