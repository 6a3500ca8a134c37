package org.grassrootskpi.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.UnknownIdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of this module. */
class DivisionsTest {
    private static final Divisions CHINA = Divisions.load();

    @Test
    void holdsEveryDivisionOf2023ByLevel() {
        Map<RegionLevel, Long> counts =
                CHINA.all().stream().collect(Collectors.groupingBy(Division::level, Collectors.counting()));

        assertThat(CHINA.edition()).isEqualTo(2023);
        assertThat(counts)
                .isEqualTo(Map.of(
                        RegionLevel.PROVINCE, 31L,
                        RegionLevel.PREFECTURE, 342L,
                        RegionLevel.COUNTY, 2975L,
                        RegionLevel.TOWNSHIP, 41351L));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 北京市",
        "110101001, 北京市/市辖区/东城区/东华门街道",
        "1525, 内蒙古自治区/锡林郭勒盟",
        "152527201, 内蒙古自治区/锡林郭勒盟/太仆寺旗/贡宝拉格苏木",
        "350527, 福建省/泉州市/金门县",
        "419001, 河南省/省直辖县级行政区划/济源市",
        "440307003, 广东省/深圳市/龙岗区/平湖街道",
        "4419, 广东省/东莞市",
        "441900003, 广东省/东莞市/东城街道",
        "442000001, 广东省/中山市/石岐街道",
        "460400100, 海南省/儋州市/那大镇",
        "500230, 重庆市/县/丰都县",
        "620201, 甘肃省/嘉峪关市/嘉峪关市",
        "620201100, 甘肃省/嘉峪关市/嘉峪关市/新城镇",
        "632625, 青海省/果洛藏族自治州/久治县",
        "659001, 新疆维吾尔自治区/自治区直辖县级行政区划/石河子市",
        "320282113, 江苏省/无锡市/宜兴市/湖㳇镇",
    })
    void findsByCodeAndByPath(String code, String path) {
        assertThat(CHINA.byCode(code).path()).isEqualTo(path);
        assertThat(CHINA.byPath(path).code()).isEqualTo(code);
    }

    @Test
    void leadsFromEveryCodeToItsPathAndBack() {
        for (Division division : CHINA.all()) {
            assertThat(CHINA.byCode(division.code())).isSameAs(division);
            assertThat(CHINA.byPath(division.path())).isSameAs(division);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "44, 44",
        "4400, 44",
        "440000, 44",
        "440300000000, 4403",
        "440307, 440307",
        "440307000000, 440307",
        "440307003000, 440307003",
        "441900, 4419",
        "441900000, 4419",
        "350527000, 350527",
        "440000000000, 44"
    })
    void readsACodeWithZerosBehindIt(String spelling, String code) {
        assertThat(CHINA.byCode(spelling).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"平湖街道", "广东省/平湖街道", "深圳市/平湖街道", "广东省/龙岗区/平湖街道", "广东省/深圳市/龙岗区/平湖街道"})
    void findsByAPartOfThePath(String path) {
        assertThat(CHINA.find(path)).contains(CHINA.byCode("440307003"));
    }

    @Test
    void findsAllThatBearAName() {
        assertThat(CHINA.find("平湖街道").stream().map(Division::toString))
                .containsExactly(
                        "220112002 吉林省/长春市/双阳区/平湖街道", "340504001 安徽省/马鞍山市/雨山区/平湖街道", "440307003 广东省/深圳市/龙岗区/平湖街道");
        assertThat(CHINA.find("江苏省/鼓楼区").stream().map(Division::code)).containsExactly("320106", "320302");
        assertThat(CHINA.find("嘉峪关市").stream().map(Division::code)).containsExactly("6202", "620201");
    }

    @Test
    void takesAWholePathForItsDivisionOnly() {
        assertThat(CHINA.find("甘肃省/嘉峪关市")).containsExactly(CHINA.byCode("6202"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "平湖街道/", "/广东省", "深圳市/广东省", "广东省深圳市", "平湖", "广东省/广东省", "龙岗区/深圳市/平湖街道"})
    void findsNothingByWhatIsNoPath(String path) {
        assertThat(CHINA.find(path)).isEmpty();
        assertThatThrownBy(() -> CHINA.byPath(path)).isInstanceOf(UnknownIdException.class);
    }

    @Test
    void refusesAnAmbiguousPathWithAllCandidates() {
        assertThatThrownBy(() -> CHINA.byPath("平湖街道"))
                .hasMessage("Ambiguous division '平湖街道': expected the path of one division, got that of 3"
                        + " (220112002 吉林省/长春市/双阳区/平湖街道, 340504001 安徽省/马鞍山市/雨山区/平湖街道,"
                        + " 440307003 广东省/深圳市/龙岗区/平湖街道);"
                        + " put more of the names above in front of it, or use the code")
                .asInstanceOf(type(AmbiguousDivisionException.class))
                .returns("平湖街道", AmbiguousDivisionException::path)
                .returns(CHINA.find("平湖街道"), AmbiguousDivisionException::candidates);
    }

    @Test
    void listsTheFirstOfManyCandidatesInTheMessage() {
        assertThatThrownBy(() -> CHINA.byPath("城关镇"))
                .hasMessageContaining("got that of 88 (120114110 天津市/市辖区/武清区/城关镇, ")
                .hasMessageContaining(", …); put more")
                .asInstanceOf(type(AmbiguousDivisionException.class))
                .returns(88, e -> e.candidates().size());
    }

    @ParameterizedTest
    @CsvSource({
        "广东, Unknown division '广东' (did you mean '广东省'?)",
        "龙岗区/平胡街道, Unknown division '龙岗区/平胡街道' (did you mean '龙岗区/平湖街道'?)",
        "广东省/深训市/龙岗区, Unknown division '广东省/深训市' (did you mean '广东省/深圳市'?)",
        "广东省/深圳市/龙岗区/平湖街道/新木社区, Unknown division '广东省/深圳市/龙岗区/平湖街道/新木社区'",
        "广东省/深圳市/龙岗区/火柴乡, Unknown division '广东省/深圳市/龙岗区/火柴乡'",
        "火柴, Unknown division '火柴'"
    })
    void answersAnUnknownNameWithTheNearestSpellingBelowTheNamesBeforeIt(String path, String message) {
        assertThatThrownBy(() -> CHINA.byPath(path))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "440307001, Unknown division below 440307 广东省/深圳市/龙岗区 '440307001' (did you mean '440307003'?)",
        "440307003002, Unknown division below 440307003 广东省/深圳市/龙岗区/平湖街道 '440307003002'",
        "99, Unknown division '99'",
        "'', Unknown division ''",
        "00, Unknown division '00'",
        "平湖, Unknown division '平湖'",
        "４４, Unknown division '４４'"
    })
    void answersAnUnknownCodeWithTheNearestOfTheSameParent(String code, String message) {
        assertThatThrownBy(() -> CHINA.byCode(code))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage(message);
    }

    @Test
    void keepsSubtreesTogether() {
        ImmutableList<Division> all = CHINA.all();
        for (Division division : all) {
            assertThat(all.get(division.index())).isSameAs(division);
            assertThat(CHINA.subtree(division.code())).first().isSameAs(division);
            for (Division above : division.ancestors()) {
                assertThat(division.index()).isGreaterThan(above.index()).isLessThan(above.end());
                assertThat(division.end()).isLessThanOrEqualTo(above.end());
                assertThat(RegionLevel.prepared().indexOf(division.level()))
                        .isGreaterThan(RegionLevel.prepared().indexOf(above.level()));
                assertThat(division.code()).startsWith(above.code());
            }
        }
    }

    @Test
    void coversEveryDivisionByTheSubtreesOfItsParent() {
        int below = CHINA.all().stream()
                .mapToInt(division -> CHINA.children(division.code()).size())
                .sum();

        assertThat(below + CHINA.provinces().size()).isEqualTo(CHINA.all().size());
        for (Division division : CHINA.all()) {
            for (Division child : CHINA.children(division.code())) {
                assertThat(child.parent()).containsSame(division);
            }
        }
    }

    @Test
    void ordersByCode() {
        assertThat(IntStream.range(1, CHINA.all().size())
                        .filter(i -> CHINA.all()
                                        .get(i - 1)
                                        .code()
                                        .compareTo(CHINA.all().get(i).code())
                                >= 0))
                .isEmpty();
    }

    @Test
    void tellsChildrenAndAncestors() {
        Division pinghu = CHINA.byCode("440307003");

        assertThat(pinghu.ancestors().stream().map(Division::name)).containsExactly("广东省", "深圳市", "龙岗区");
        assertThat(pinghu.parent()).contains(CHINA.byCode("440307"));
        assertThat(CHINA.children("440307")).hasSize(14).contains(pinghu);
        assertThat(CHINA.children("4419"))
                .hasSize(36)
                .allMatch(town -> town.level().equals(RegionLevel.TOWNSHIP));
        assertThat(CHINA.children("440307003")).isEmpty();
        assertThat(CHINA.byCode("350527").end())
                .isEqualTo(CHINA.byCode("350527").index() + 1);
        assertThat(CHINA.provinces().get(0).parent()).isEmpty();
        assertThat(CHINA.provinces().get(0).ancestors()).isEmpty();
    }

    @Test
    void isEqualToAnotherReadingOfTheSameList() {
        assertThat(Divisions.load().all()).isEqualTo(CHINA.all()).isNotSameAs(CHINA.all());
    }

    @Test
    void givesACatalogueTheSubtreeOfAnySubdistrictWithEverythingAboveIt() {
        Catalog catalog =
                Catalog.builder().addAllRegions(CHINA.regions("440307003")).build();

        assertThat(catalog.regions())
                .containsExactly(
                        region("44", "广东省", RegionLevel.PROVINCE).build(),
                        region("4403", "深圳市", RegionLevel.PREFECTURE)
                                .parent("44")
                                .build(),
                        region("440307", "龙岗区", RegionLevel.COUNTY)
                                .parent("4403")
                                .build(),
                        region("440307003", "平湖街道", RegionLevel.TOWNSHIP)
                                .parent("440307")
                                .build());
    }

    @Test
    void givesACatalogueTheWholeCountry() {
        Catalog catalog = Catalog.builder()
                .addAllRegions(CHINA.provinces().stream()
                        .flatMap(province -> CHINA.regions(province.code()).stream())
                        .toList())
                .build();

        assertThat(catalog.regions()).hasSize(44_699);
        assertThat(catalog.regionSubtree("44").stream().map(Region::code))
                .containsExactlyInAnyOrderElementsOf(
                        CHINA.subtree("44").stream().map(Division::code).toList());
    }

    private static Region.Builder region(String code, String name, RegionLevel level) {
        Region.Builder region = Region.builder();
        region.code(code).name(LocalizedText.of(name, name)).level(level);
        return region;
    }
}
