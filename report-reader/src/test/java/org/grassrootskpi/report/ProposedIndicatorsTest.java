package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grassrootskpi.model.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a draft says of the indicators that it proposes, and when it asks instead. */
class ProposedIndicatorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "新铺沥青路面4.8万平方米。|FLOW", // a deed of the glossary
                "河道清淤22公里。|FLOW", // a deed at the end
                "人力资源服务机构3860家。|STOCK", // 服务 inside a noun is no deed
                "人力资源服务机构营业收入412亿元。|FLOW", // the last word decides
                "家庭农场发展到1260家。|STOCK", // what it came to
                "小时最低工资标准20元。|RATIO", // so much for one
                "年平均气温18.6℃。|RATIO",
                "水稻统防统治2.4万亩次。|FLOW", // an event
                "企业年金累计结余486亿元。|STOCK",
                "经营性收入50万元以上的村达到31个。|STOCK", // villages, no income
                "发放脱贫人口小额信贷4710户。|FLOW", // 脱贫人口 is not what is counted
                "拆除存量危棚1.8万平方米。|FLOW",
                "国有企业资产总额386亿元。|STOCK",
            })
    void theKindComesFromTheWordsOfTheName(String sentence, String kind) {
        List<Indicator> proposed = proposed(sentence);

        assertThat(proposed).extracting(indicator -> indicator.kind().name()).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "资助困难学生312人次、47万元。|资助困难学生 资助困难学生（金额）|Students in need aided; Students in need aided (amount)",
                "新签约项目19个，总投资32亿元，其中亿元以上项目7个。|新签约项目 新签约亿元以上项目"
                        + "|Projects newly signed; Projects of 100 million yuan or more newly signed",
                "引进紧缺人才135人，其中博士23人，硕士86人。|引进紧缺人才 引进博士 引进硕士"
                        + "|Talents in short supply introduced; Holders of doctorates introduced; Holders of master's degrees introduced",
            })
    void aNameSaysWhatIsCounted(String sentence, String names, String english) {
        List<Indicator> proposed = proposed(sentence);

        assertThat(String.join(" ", proposed.stream().map(of -> of.name().zh()).toList()))
                .isEqualTo(names);
        assertThat(String.join("; ", proposed.stream().map(of -> of.name().en()).toList()))
                .isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "培育龙头企业5家，示范社11家。|11家|NEW_OR_ALL",
                "职工养老保险参保1486人，其中在职工人1032人，退休工人453人。|1032人|PART",
                "职工养老保险参保1486人，其中在职工人1032人，退休工人453人。|453人|PART",
                "发放稳岗资金14亿元，惠及企业2100家。|2100家|NO_SUBJECT",
                "三项社会保险基金总收入2186亿元。|三项|NO_SUBJECT",
                "失业人员再就业率上升，帮助失业人员560人，其中就业困难人员528人。|528人|PART",
                "现有低保家庭386户、527人。|527人|OTHER_UNIT",
                "3个国控断面水质全部达标。|3个|OTHER_UNIT",
                "集体经济收入10万元以上的村占比86.5%。|10万元以上|THRESHOLD",
            })
    void whatTheTextDoesNotSayIsAskedFor(String sentence, String quote, String reason) {
        CatalogDraft draft = DraftCases.of2024(sentence);

        assertThat(draft.unsure())
                .filteredOn(open -> open.quote().equals(quote))
                .extracting(open -> open.reason().orElseThrow().name())
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "火灾隐患12处。,LOWER",
        "整改火灾隐患12处。,HIGHER", // fewer would not be better
        "脱贫人口人均纯收入16842元。,HIGHER", // the last word
        "检查企业12家次。,NEUTRAL", // the word that opens the name
    })
    void theDirectionIsThatOfWhatTheNameSays(String sentence, String direction) {
        assertThat(proposed(sentence)).extracting(of -> of.direction().name()).containsExactly(direction);
    }

    /** 十四五 in the middle of a paragraph does not make a figure of this year one of five. */
    @Test
    void aWordOfSeveralYearsIsOfTheClauseThatOpensAParagraph() {
        CatalogDraft opened = DraftCases.of2024("五年来，全镇面貌一新。绿化苗圃12个。");
        CatalogDraft own = DraftCases.of2024("五年来，全镇面貌一新。今年以来，绿化苗圃12个。");
        CatalogDraft inside = DraftCases.of2024("编制规划，为“十四五”开好局。绿化苗圃12个。");

        assertThat(opened.unsure())
                .extracting(open -> open.reason().orElseThrow())
                .containsExactly(OpenReason.SEVERAL_YEARS);
        assertThat(own.unsure()).isEmpty();
        assertThat(inside.unsure()).isEmpty();
    }

    private static List<Indicator> proposed(String sentence) {
        CatalogDraft draft = DraftCases.of2024(sentence);
        return draft.proposed().stream().map(draft.catalog()::indicator).toList();
    }
}
