package org.grassrootskpi.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * Words what the observations of a sector say as one paragraph: each figure with its change against the year before, its part of the
 * year's target and its place, as they were stated. Figures that are missing are left out, and nothing is computed.
 *
 * <p>The Chinese text is written so that a reader of reports finds the same figures with the same meaning in it: what was done within the
 * period first, then what was there at its end.
 *
 * <pre>{@code
 * String text = SectorSummary.of(catalog, "economy", "440307003", TimePeriod.ofYear(2024), Language.ZH);
 * // 2024年，地区生产总值509.45亿元，同比增长6.7%，居全区第3位；…。2024年末，户籍人口12.3万人。
 * }</pre>
 */
public final class SectorSummary {
    private final Catalog catalog;
    private final Language language;
    private final TimePeriod period;

    /** What stands between words, and behind a mark. */
    private final String blank;

    private SectorSummary(Catalog catalog, Language language, TimePeriod period) {
        this.catalog = catalog;
        this.language = language;
        this.period = period;
        this.blank = !language.isChinese() ? " " : "";
    }

    /**
     * Words the observations of a sector, of those below it as well.
     *
     * @param catalog where they are
     * @param sector the id of the sector
     * @param region the code of the region that they are of
     * @param period the period that they are of
     * @param language the reader's language
     * @return a paragraph without line breaks; empty if there is no observation with a figure
     * @throws IllegalArgumentException if the catalogue has no such sector or region
     */
    public static String of(Catalog catalog, String sector, String region, TimePeriod period, Language language) {
        catalog.region(region);
        List<Observation> flows = new ArrayList<>();
        List<Observation> stocks = new ArrayList<>();
        for (Sector of : catalog.sectorSubtree(sector)) {
            for (Indicator indicator : catalog.indicatorsOf(of.id())) {
                catalog.observation(indicator.id(), region, period)
                        .filter(observation -> observation.figure().isPresent())
                        .ifPresent(observation -> (isAtEnd(indicator, period) ? stocks : flows).add(observation));
            }
        }
        SectorSummary summary = new SectorSummary(catalog, language, period);
        LocalizedText name = catalog.sector(sector).name();
        return summary.paragraph(name.in(language), flows, stocks);
    }

    /** Returns whether figures of an indicator are of the end of a period, as those of people and things that are there. */
    private static boolean isAtEnd(Indicator indicator, TimePeriod period) {
        return indicator.kind() == IndicatorKind.STOCK && period.frequency() == Frequency.ANNUAL;
    }

    private String paragraph(String sector, List<Observation> flows, List<Observation> stocks) {
        String name = PeriodName.of(period, language);
        List<String> sentences = new ArrayList<>();
        if (!flows.isEmpty()) {
            sentences.add(sentence("summary.flows", sector, name, flows));
        }
        if (!stocks.isEmpty()) {
            sentences.add(sentence("summary.stocks", sector, name, stocks));
        }
        return String.join(blank, sentences);
    }

    private String sentence(String key, String sector, String name, List<Observation> observations) {
        List<String> parts = observations.stream().map(this::part).toList();
        return Words.of(key, language, name, String.join(Words.of("summary.next", language) + blank, parts), sector);
    }

    /** 地区生产总值509.45亿元，同比增长6.7%，完成年度任务的97.6%，居全区第3位. */
    private String part(Observation observation) {
        Indicator indicator = catalog.indicator(observation.indicator());
        List<String> says = new ArrayList<>();
        String figure = FigureText.of(observation.figure().orElseThrow(), language);
        String status = observation.status() == ObservationStatus.NORMAL
                ? ""
                : blank
                        + Words.of(
                                "summary.status",
                                language,
                                Words.of("status." + observation.status().name(), language));
        says.add(Words.of("summary.figure", language, indicator.name().in(language), figure) + status);
        observation.yearOnYear().map(Change::value).ifPresent(change -> says.add(change(change)));
        observation
                .completion()
                .ifPresent(share ->
                        says.add(Words.of("summary.completion", language, FigureText.of(share.value(), language))));
        for (Rank rank : observation.ranks()) {
            place(rank).ifPresent(says::add);
        }
        return String.join(Words.of("summary.and", language) + blank, says);
    }

    private String change(Quantity change) {
        int sign = change.value().signum();
        if (sign == 0) {
            return Words.of("summary.unchanged", language);
        }
        String size = FigureText.of(sign < 0 ? change.negated() : change, language);
        String unsigned = size.startsWith("+") ? size.substring(1) : size;
        return Words.of(sign < 0 ? "summary.fell" : "summary.rose", language, unsigned);
    }

    /** Returns the place among the peers of a level; nothing of places without a number, which are awards in words. */
    private Optional<String> place(Rank rank) {
        if (rank.kind() != Rank.Kind.PLACE || rank.scope().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Words.of(
                "summary.place",
                language,
                scope(rank.scope().get()),
                rank.place().orElseThrow()));
    }

    /** 全区 or 全县, by what the region of the level is called; else the usual word of the level. */
    private String scope(RegionLevel level) {
        return catalog.regions().stream()
                .filter(region -> region.level().equals(level))
                .map(Region::name)
                .map(LocalizedText::zh)
                .map(zh -> zh.substring(zh.length() - 1))
                .filter(end -> language.isChinese() && "区县旗市州省".contains(end))
                .findFirst()
                .map(end -> "全" + end)
                .or(() -> Words.find("scope." + level.code(), language))
                .orElseGet(() -> catalog.levels().name(level).in(language));
    }
}
