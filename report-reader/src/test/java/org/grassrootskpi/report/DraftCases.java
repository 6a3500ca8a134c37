package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import org.grassrootskpi.catalog.CommonIndicators;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/** A small catalogue to draft with, and drafts in a form that a table of cases can hold. */
final class DraftCases {
    static final Region TOWN = Region.builder()
            .code("990101001")
            .name(LocalizedText.of("青石镇", "Qingshi Town"))
            .level(RegionLevel.TOWNSHIP)
            .build();
    static final Region OTHER_TOWN = Region.builder()
            .code("990101002")
            .name(LocalizedText.of("白沙镇", "Baisha Town"))
            .level(RegionLevel.TOWNSHIP)
            .build();

    /** Of no place: it has no observations. */
    static final Catalog KNOWN = catalog().build();

    /** Of 青石镇, whose observations it has. */
    static final Catalog OF_A_TOWN = catalog()
            .addDocuments(Document.builder()
                    .id("before")
                    .title(LocalizedText.of("旧报告", "Earlier report"))
                    .publisher(LocalizedText.of("镇政府", "Town"))
                    .period(TimePeriod.ofYear(2020))
                    .build())
            .addObservations(Observation.builder()
                    .indicator("investment")
                    .region(TOWN.code())
                    .period(TimePeriod.ofYear(2020))
                    .figure(Quantity.parse("1亿元"))
                    .citation(Citation.of("before", "1", "1亿元"))
                    .build())
            .build();

    private static final KnownIndicators COMMON = KnownIndicators.common(CommonIndicators.load());

    private DraftCases() {}

    private static Catalog.Builder catalog() {
        return Catalog.builder()
                .addRegions(TOWN, OTHER_TOWN)
                .addSectors(Sector.builder()
                        .id("all")
                        .name(LocalizedText.of("全部", "All"))
                        .build())
                .addIndicators(
                        indicator("investment", IndicatorKind.FLOW, "CNY", 2, "工业投资", ""),
                        indicator("development-zone", IndicatorKind.FLOW, "CNY", 2, "规上工业增加值", ""),
                        indicator("places-added", IndicatorKind.FLOW, "count:个", 0, "新增托位数", "", "托位数"),
                        indicator("little-giants", IndicatorKind.FLOW, "count:家", 0, "新增小巨人企业数", "", "小巨人企业"),
                        indicator("schools-added", IndicatorKind.FLOW, "count:所", 0, "新增公办学校数", "", "公办学校"),
                        indicator("closing-rate", IndicatorKind.RATIO, "ratio", 4, "速办办结率", "", "办结率"),
                        indicator("ignition-rate", IndicatorKind.RATIO, "ratio", 4, "燃气点火率", "第三批次的点火率", "点火率"),
                        indicator("space", IndicatorKind.FLOW, "m2", 2, "产业空间整备面积", "", "产业空间"),
                        indicator("jobs", IndicatorKind.FLOW, "count:个", 0, "提供就业岗位数", "", "就业岗位"),
                        indicator("cases", IndicatorKind.FLOW, "count:宗", 0, "接报事件数", "", "接报事件"),
                        indicator("beds", IndicatorKind.STOCK, "count:张", 0, "养老床位数", "", "养老床位"),
                        indicator("restaurants", IndicatorKind.FLOW, "count:家", 0, "暖心餐厅数", "", "暖心餐厅"),
                        indicator("parks", IndicatorKind.STOCK, "count:个", 0, "廉政公园数", "", "廉政公园"),
                        indicator("town-fairs", IndicatorKind.FLOW, "count:场", 0, "民俗文化节场次", "青石镇主办", "民俗文化节"));
    }

    private static Indicator indicator(
            String id, IndicatorKind kind, String unit, int decimals, String name, String more, String... aliases) {
        return Indicator.builder()
                .id(id)
                .name(LocalizedText.of(name, id))
                .addAliases(aliases)
                .sector("all")
                .kind(kind)
                .unit(Unit.parse(unit))
                .decimals(decimals)
                .direction(Direction.NEUTRAL)
                .definition(LocalizedText.of("样例。" + more, "A sample."))
                .build();
    }

    static CatalogDraft draft(String text) {
        return CatalogDraft.of(WorkReport.parse(text), KNOWN, DraftRegion.of(TOWN, KNOWN));
    }

    /** A draft with the common indicators alone. */
    static CatalogDraft common(String text) {
        return CatalogDraft.of(WorkReport.parse(text), COMMON, DraftRegion.of(TOWN, KNOWN));
    }

    /** A draft of sentences of the year 2024. */
    static CatalogDraft of2024(String sentences) {
        return draft("一、2024年工作总结\n" + sentences);
    }

    /** What stands in a draft, observations and then targets, then what is left open, one a line. */
    static ImmutableList<String> lines(CatalogDraft draft) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (Observation observation : draft.catalog().observations()) {
            lines.add(line(draft, observation));
        }
        for (Target target : draft.catalog().targets()) {
            Indicator indicator = draft.catalog().indicator(target.indicator().orElseThrow());
            lines.add("-> "
                    + (indicator.id().startsWith("draft.") ? indicator.name().zh() : indicator.id()) + ' '
                    + target.deadline() + ' ' + target.figure().orElseThrow() + ' ' + target.strength());
        }
        draft.catalog()
                .recognitions()
                .forEach(of -> lines.add(of.awards().get(0).title().zh()
                        + of.awards().get(0).scope().map(scope -> " " + scope).orElse("")));
        draft.catalog()
                .projects()
                .forEach(of ->
                        lines.add(of.name().zh() + " " + of.milestones().get(0).stage()));
        draft.unsure()
                .forEach(open -> lines.add("? " + open.quote() + " "
                        + open.reason().orElseThrow() + (open.detail().isEmpty() ? "" : " " + open.detail())));
        return lines.build();
    }

    private static String line(CatalogDraft draft, Observation observation) {
        Indicator indicator = draft.catalog().indicator(observation.indicator());
        StringBuilder line = new StringBuilder(
                indicator.id().startsWith("draft.") ? indicator.name().zh() : indicator.id());
        line.append(' ').append(observation.period());
        line.append(' ').append(observation.figure().map(Object::toString).orElse("-"));
        line.append(' ').append(observation.status());
        observation.yearOnYear().ifPresent(change -> line.append(" change ").append(change.value()));
        observation.completion().ifPresent(share -> line.append(" completion ").append(share.value()));
        observation
                .ranks()
                .forEach(rank -> line.append(" rank ")
                        .append(rank.place().orElseThrow())
                        .append(' ')
                        .append(rank.scope().orElseThrow()));
        return line.toString();
    }
}
