package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Programme;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers of the report found wrong in the catalogue, and what it has to say instead. Source: public bug reports. */
class CatalogTruthTest {
    private static final Catalog PINGHU = PinghuCatalog.load();
    private static final Map<String, JsonNode> ELEMENTS = new HashMap<>();

    @BeforeAll
    static void index() throws Exception {
        JsonNode all = new JsonMapper().readTree(CatalogJson.toJson(PINGHU));
        all.properties()
                .forEach(list -> list.getValue().forEach(element -> {
                    String id = element.has("id")
                            ? element.get("id").textValue()
                            : element.path("indicator").asText() + "@"
                                    + element.path("region").asText();
                    ELEMENTS.put(list.getKey() + " " + id, element);
                }));
    }

    /** An element's property by JSON pointer; a list's members joined; empty where there is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // one of the first batch is not the first
                "recognitions livelihood.health.south-china-hospital | /ranks/0/kind | FIRST_BATCH",
                "recognitions livelihood.health.south-china-hospital | /ranks/0/quote | 全市首批",
                "recognitions livelihood.health.south-china-hospital | /ranks/1/kind | FIRST_EVER",
                // 改扩建 is more than an extension
                "projects livelihood.education.xinde-extension | /name/en | Renovation and extension of Xinde School",
                // what a plan says of the present is the state when it was written
                "observations party-building.integrity.education-bases@440307003 | /period | 2024",
                "observations party-building.integrity.parks@440307003 | /period | 2024",
                "observations party-building.integrity.community-sites@440307003 | /period | 2024",
                "observations city.transport.intercity-lines@440307003 | /period | 2024",
                "projects land.renewal.wanjia-warehouse | /milestones/0/period | 2024",
                "projects land.renewal.jintaoyuan | /milestones/0/period | 2024",
                "projects land.renewal.liyuanxia | /milestones/0/period | 2024",
                "projects land.renewal.shanxia-old-village | /milestones/0/period | 2024",
                "projects land.renewal.yuanling | /milestones/0/period | 2024",
                "projects land.renewal.hebaowei | /milestones/0/period | 2024",
                "projects land.renewal.fenghuang-industrial-park | /milestones/1/period | 2024",
                // completed is not assigned
                "observations city.appearance.river-chief-matters-rectified@440307003 | /figure | 155项",
                "observations city.appearance.river-chief-matters@440307003 | /figure |",
                // what does not add up
                "indicators business-environment.top-ten-years | /kind | DISTINCT",
                "indicators city.transport.roads-opened | /kind | SHARED_FLOW",
                "indicators safety.emergency.warning-responses | /kind | SHARED_FLOW",
                "indicators party-building.integrity.study-sessions | /kind | SHARED_FLOW",
                // sectors as the report has them
                "indicators livelihood.projects.dapencai-completed | /sector | livelihood.projects",
                "indicators livelihood.projects.dapencai-applied | /sector | livelihood.projects",
                "programmes safety.food.four-strictest | /sector | safety.food",
                "programmes safety.food.two-responsibilities | /sector | safety.food",
                "recognitions safety.food.two-responsibilities-experience | /sector | safety.food",
                "indicators party-building.cadres.breakthrough-categories | /sector | party-building.cadres",
                "indicators party-building.cadres.breakthrough-projects | /sector | party-building.cadres",
                "programmes party-building.cadres.breakthrough-action | /sector | party-building.cadres",
                // which way is better
                "indicators city.appearance.assessment | /direction | HIGHER",
                "indicators business-environment.attraction.relocation-leads | /direction | NEUTRAL",
                // households
                "indicators safety.production.gas-hose-households | /unit | count:户",
                "observations safety.production.gas-hose-households@440307003 | /figure | 2.3万家庭",
                // parts
                "indicators land.consolidation.fuchengao-agreements-signed | /partOf | land.consolidation.fuchengao-agreements-due",
                // of which batch, of which project
                "indicators city.works.gas-batch-3-ignition-rate | /name/zh | 第三批次“瓶改管”项目点火率",
                "indicators land.consolidation.fuchengao-signing-rate | /name/zh | 辅城坳土地整备利益统筹项目签约率",
                // a target of its own for what was left out; one rule for the verbs
                "targets industry.2025.service-mechanisms | /type | WORK",
                "targets industry.2025.soil-action | /strength | CONTINUE",
                "targets city.2025.digital-supervision | /strength | CONTINUE",
                "targets livelihood.2025.elderly-tables | /strength | COMPLETE",
                "targets livelihood.2025.elderly-reading-rooms | /strength | COMPLETE",
                "targets livelihood.2025.elderly-care-system | /strength | COMPLETE",
                "targets party-building.2025.regional-alliance | /strength | COMPLETE",
                "targets livelihood.2025.minors-plans | /strength | COMPLETE",
                "targets livelihood.2025.medical-kiosk | /strength | COMPLETE",
                "targets safety.2025.resource-database | /strength | COMPLETE",
                "targets livelihood.2025.veterans-home | /strength | COMPLETE",
                "targets safety.2025.estate-platform | /strength | COMPLETE",
                "targets party-building.2025.online-platform | /strength | COMPLETE",
                "targets safety.2025.dispute-system | /strength | COMPLETE",
                "targets safety.2025.safety-training | /strength | COMPLETE",
                "targets safety.2025.department-training | /strength | COMPLETE",
                "targets livelihood.2025.star-camping | /strength | COMPLETE",
                "targets livelihood.2025.live-selling-festival | /strength | COMPLETE",
                // links between the three places that speak of one village, and of one line
                "projects business-environment.regional.shanxia-vibrant-village | /region | 440307003005",
                "projects city.works.luoshan-parks-phase-3 | /partOf | city.works.luoshan-parks",
                "projects city.transport.bainikeng-station | /partOf | land.shenda-intercity",
                "projects city.transport.pinghu-station | /partOf | land.shenhui-intercity",
                "projects city.works.xinhua-road-lighting | /partOf | city.works.road-works",
                "projects land.consolidation.fuchengao-reserved-land | /partOf | land.consolidation.fuchengao",
                "programmes safety.order.shadow-play-team | /partOf | safety.order.law-troupe",
                "programmes livelihood.culture.column-trendy | /partOf | livelihood.culture.around-you",
                // several places; a district's thing held in a subdistrict
                "projects party-building.organisation.online-platform | /places | 440307003007 440307003013 440307003005",
                "projects land.consolidation.fuchengao-xinnan | /places | 440307003009 440307003011",
                "projects industry.livestream-association | /scope | 440307",
                "projects industry.selection-fair | /scope | 440307",
                // an activity is begun or finished
                "projects land.consolidation.fuchengao | /milestones/0/phase | BEGUN",
                "projects land.jihe-expressway | /milestones/0/phase | FINISHED",
                "projects land.danping-phase-2 | /milestones/0/phase | BEGUN",
                // aliases that are no name of anything else
                "indicators industry.innovation.little-giants-added | /aliases | 新增“小巨人”企业",
                "indicators livelihood.education.childcare-places-added | /aliases | 新增托位",
                "indicators livelihood.elderly-care.beds-added | /aliases | 新增养老服务床位",
                "projects land.shenda-intercity | /aliases | 深大城际",
                "projects land.shenhui-intercity | /aliases | 深惠城际",
                // quotes that stand once
                "observations business-environment.attraction.enterprises-retained@440307003 | /citation/quote | 成功挽留企业8家",
            })
    void anElementSaysWhatTheReportSays(String element, String pointer, @Nullable String value) {
        assertThat(text(ELEMENTS.getOrDefault(element, new JsonMapper().createObjectNode())
                        .at(pointer)))
                .isEqualTo(value == null ? "" : value);
    }

    private static String text(JsonNode node) {
        return node.isArray()
                ? Streams.stream(node).map(JsonNode::asText).collect(Collectors.joining(" "))
                : node.asText();
    }

    /** The list of fifty is the district's in the same office's half-year summary; the report does not say whose it is. */
    @Test
    void theFiftyLargestAreNotSaidToBePinghus() {
        Indicator outside = PINGHU.indicator("industry.output.outside-top-50");

        assertThat(outside.definition().zh()).contains("区50强").doesNotContain("产值列前50位");
        assertThat(outside.definition().en()).doesNotContain("fifty largest by output");
    }

    @Test
    void definitionsGiveTheThresholds() {
        assertThat(PINGHU.indicator("industry.output").definition().zh()).contains("2000万元及以上");
        assertThat(PINGHU.indicator("industry.investment.fixed-assets")
                        .definition()
                        .zh())
                .contains("500万元及以上", "房地产开发");
    }

    @Test
    void aPlannedOpeningIsNoHonour() {
        assertThat(PINGHU.recognitions())
                .extracting(recognition -> recognition.id())
                .doesNotContain("industry.wanfeng-hotel");
        assertThat(PINGHU.project("industry.wanfeng-hotel").note().orElseThrow().zh())
                .contains("准5星级");
    }

    @ParameterizedTest
    @ValueSource(strings = {"land-consolidation", "transport"})
    void landIsNegotiatedThenSignedForThenClearedThenPulledDownOrHandedOver(String model) {
        assertThat(PINGHU.stageModel(model).stages())
                .extracting(stage -> stage.id())
                .containsSubsequence(
                        "land-negotiation", "signing", "land-cleared", "demolition-and-land", "site-handed-over");
    }

    /** A project named after a community lies in it, unless it is named after a road that has the community's name. */
    @Test
    void aProjectNamedAfterACommunityLiesInIt() {
        ImmutableMap<String, String> communities = PINGHU.regions().stream()
                .filter(region -> region.level().equals(RegionLevel.COMMUNITY))
                .filter(region -> !region.name().zh().equals("平湖社区")) // the subdistrict's name, too
                .collect(
                        ImmutableMap.toImmutableMap(region -> region.name().zh().replace("社区", ""), Region::code));

        communities.forEach((name, code) -> assertThat(PINGHU.projects())
                .filteredOn(project -> named(project.name().zh(), name))
                .allSatisfy(project -> assertThat(ImmutableSet.builder()
                                .add(project.region())
                                .addAll(project.places())
                                .build())
                        .as(project.id())
                        .contains(code)));
    }

    private static boolean named(String project, String community) {
        int at = project.indexOf(community);
        return at >= 0 && !project.startsWith("路", at + community.length()) && !project.contains("城市");
    }

    @Test
    void mottosAreProgrammesOfTheirOwnTypeAndNoProgrammeIsThereTwice() {
        assertThat(PINGHU.programmes())
                .filteredOn(programme -> programme.type() == Programme.Type.MOTTO)
                .extracting(Programme::id)
                .hasSize(7)
                .allMatch(id -> id.endsWith(".theme"));
        assertThat(PINGHU.programmes())
                .allSatisfy(programme -> assertThat(programme.components())
                        .extracting(component -> component.zh())
                        .doesNotContainAnyElementsOf(PINGHU.programmes().stream()
                                .map(other -> other.name().zh())
                                .toList()));
        assertThat(PINGHU.programmes())
                .extracting(Programme::id)
                .doesNotContain(
                        "business-environment.regional.shanxia-vibrant-village",
                        "party-building.organisation.virtual-community-pilots");
    }

    @Test
    void nobodyCallsARequestAPetition() {
        assertThat(CatalogJson.toJson(PINGHU)).doesNotContain("petition");
    }

    /** An alias of what was added says so: without it a stock of the same name would bind to the flow. */
    @Test
    void aliasesOfWhatWasAddedSaySo() {
        assertThat(PINGHU.indicators())
                .filteredOn(indicator -> indicator.kind() == IndicatorKind.FLOW
                        && indicator.name().zh().startsWith("新增"))
                .hasSizeGreaterThan(4)
                .allSatisfy(indicator -> assertThat(indicator.aliases()).allMatch(alias -> alias.startsWith("新增")));
    }

    /** What the tables of the READMEs say. */
    @Test
    void countsOfTheCatalogue() {
        assertThat(PINGHU.targets().stream().collect(Collectors.groupingBy(Target::type, Collectors.counting())))
                .isEqualTo(Map.of(
                        Target.Type.INDICATOR, 1L,
                        Target.Type.PROJECT, 66L,
                        Target.Type.DELIVERABLE, 18L,
                        Target.Type.WORK, 52L,
                        Target.Type.ASPIRATION, 38L));
        assertThat(List.of(
                        PINGHU.indicators().size(),
                        PINGHU.observations().size(),
                        PINGHU.recognitions().size(),
                        PINGHU.projects().size(),
                        PINGHU.programmes().size(),
                        PINGHU.targets().size()))
                .isEqualTo(List.of(95, 88, 17, 114, 114, 175));
    }
}
