package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.catalog.CommonIndicators;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.model.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
    private static final Glossary GLOSSARY = Glossary.standard();
    private static final int WHOLE_TERM = 4;

    @Test
    void hasTermsOfAllSectors() {
        assertThat(GLOSSARY.nouns()).hasSizeGreaterThan(2000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "社会消费品零售总额|total retail sales of consumer goods",
                "新增规上工业企业|new industrial enterprises above designated size",
                "农村公路|rural roads",
                "茶叶产量|output of tea",
                "种植茶叶面积|area of tea planted",
                "规上工业增加值|value added of industry above designated size",
                "常住人口城镇化率|urbanisation rate of the resident population",
                "党员和干部|Party members and officials",
                "社区的志愿者|volunteers of communities",
                "满意率|satisfaction rate",
                "“长者食堂”数|canteens for the elderly",
                "公路里程|length of highways",
                "农民人均收入|per capita income of farmers",
                "省级专项资金|provincial special funds",
                "粮食和油料产量|output of grain and oil-bearing crops",
                "农村公路、桥梁和渠道|rural roads, bridges and canals",
                "新建道路和桥梁|new roads and bridges",
                "竣工投产亿元以上项目|projects of 100 million yuan or more completed and put into production",
                "排查化解矛盾纠纷|disputes checked and resolved",
                "规上工业企业研发费用|research and development costs of industrial enterprises above designated size",
                "高新技术企业贷款余额|loans of high-tech enterprises",
                "国家级高技能人才培训基地|national training bases for highly skilled workers",
                "培训村干部|village officials trained",
                "老旧小区改造项目|projects of renovation of old residential communities",
                "农村生活污水治理率|treatment rate of rural domestic sewage",
                "60岁以上老年人|elderly persons aged 60 and above",
                "10亿元以上项目|projects of 1000 million yuan or more",
                "4A级景区|4A-grade scenic areas",
                "党员人数|Party members",
                "农家书屋新增图书|rural reading rooms: new books",
                "新增停车位数|new parking spaces"
            })
    void composesNamesOfTerms(String chinese, String english) {
        assertThat(GLOSSARY.compose(chinese)).contains(english);
    }

    /** Half a translation would be a wrong one. */
    @ParameterizedTest
    @CsvSource({
        "青禾产业园",
        "新增",
        "某某率",
        "农村某某",
        "和",
        "''",
        "农村",
        "新建农村",
        "省级的", // an adjective alone is no name
        "最低生活保障人数", // no persons are allowances
        "整改完成率", // of what is not said
        "受理12345热线", // the hotline is not what was received
        "企业规上研发机构" // above designated size are the enterprises
    })
    void saysNothingOfNamesThatItDoesNotCover(String chinese) {
        assertThat(GLOSSARY.compose(chinese)).isEmpty();
    }

    @Test
    void aTermThatNeedsAnotherStandsForNothingAlone() {
        assertThat(GLOSSARY.term("产量")).isEmpty();
        assertThat(GLOSSARY.term("学校")).contains("schools");
    }

    @Test
    void aDeedSaysThatSomethingWasDone() {
        assertThat(GLOSSARY.deed("改造农村户厕")).contains("改造");
        assertThat(GLOSSARY.deed("培训中心")).isEmpty();
        assertThat(GLOSSARY.deed("服务企业")).isEmpty();
        assertThat(GLOSSARY.deed("农村户厕改造")).isEmpty();
    }

    /** A name that is a term is translated as the term is. */
    @Test
    void theCataloguesNameTheirIndicatorsByTheTerms() {
        List<String> others = new ArrayList<>();
        Stream.of(CommonIndicators.load(), PinghuCatalog.load())
                .flatMap(catalog -> catalog.indicators().stream())
                .forEach(indicator -> GLOSSARY.term(indicator.name().zh())
                        .filter(term -> !term.equalsIgnoreCase(indicator.name().en()))
                        .ifPresent(term -> others.add(indicator.name() + " is not " + term)));

        assertThat(others).isEmpty();
    }

    /** A longer name has a word of each term of four characters or more in it: 社会消费品零售总额 in 限额以上社会消费品零售总额. */
    @Test
    void theCommonIndicatorsUseTheTermsInTheirNames() {
        List<String> others = new ArrayList<>();
        int uses = 0;
        for (Indicator indicator : CommonIndicators.load().indicators()) {
            for (String term : termsIn(indicator.name().zh(), GLOSSARY.nouns())) {
                uses++;
                if (!sharesAWord(indicator.name().en(), GLOSSARY.term(term).orElseThrow())) {
                    others.add(indicator.name() + " has no word of " + GLOSSARY.term(term));
                }
            }
        }

        assertThat(others).isEmpty();
        assertThat(uses).isGreaterThan(150);
    }

    private static List<String> termsIn(String name, ImmutableMap<String, String> nouns) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < name.length(); ) {
            Optional<String> term = longestAt(name, at, nouns);
            term.ifPresent(found::add);
            at += term.map(String::length).orElse(1);
        }
        return found;
    }

    private static Optional<String> longestAt(String name, int at, ImmutableMap<String, String> nouns) {
        for (int end = name.length(); end >= at + WHOLE_TERM; end--) {
            if (nouns.containsKey(name.substring(at, end))) {
                return Optional.of(name.substring(at, end));
            }
        }
        return Optional.empty();
    }

    private static boolean sharesAWord(String english, String term) {
        String name = english.toLowerCase(Locale.ROOT);
        return Stream.of(term.toLowerCase(Locale.ROOT).split("[^a-z0-9&]+"))
                .filter(word -> word.length() > 3 || word.matches("[0-9a-z]*[0-9]+[a-z]*|smes|srdi"))
                .map(word -> word.substring(0, Math.min(5, word.length())))
                .anyMatch(name::contains);
    }
}
