package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.grassrootskpi.check.Planted.Figure;

/** The relations of {@link PlantedSentences} in other words, which were written down before it was seen what is found in them. */
final class PlantedPhrasings {
    /** A phrasing of a whole, a part and their quotient, in this order or another one. */
    private record Phrasing(
            String rule, String unit, boolean counts, List<Integer> order, double less, List<String> words) {}

    /** The figures are 0, the whole or the base; 1, the part or the level; 2, the quotient. */
    private static final List<Phrasing> PHRASINGS = List.of(
            new Phrasing("growth.base", "亿元", false, List.of(1, 0, 2), 1, List.of("外贸出口额", "，较上年", "增长", "。")),
            new Phrasing("growth.base", "亿元", false, List.of(0, 1, 2), 1, List.of("村级集体收入从去年的", "增至", "，增幅", "。")),
            new Phrasing("growth.base", "件", true, List.of(1, 0, 2), 1, List.of("全年新收案件", "（上年同期", "），同比增长", "。")),
            new Phrasing("growth.base", "人", true, List.of(1, 2, 0), 1, List.of("新增就业", "，同比增长", "，去年同期为", "。")),
            new Phrasing("growth.base", "万人次", false, List.of(0, 1, 2), 1, List.of("游客由上年", "上升到", "，提高了", "。")),
            new Phrasing("completion.target", "亿元", false, List.of(1, 0, 2), 0, List.of("实现税收", "，为全年目标", "的", "。")),
            new Phrasing("completion.target", "亩", true, List.of(0, 1, 2), 0, List.of("目标任务", "，已完成", "，完成率", "。")),
            new Phrasing(
                    "completion.target", "户", true, List.of(0, 1, 2), 0, List.of("年度任务数为", "，实际完成", "，完成任务的", "。")),
            new Phrasing("share.whole", "名", true, List.of(0, 1, 2), 0, List.of("全镇共有党员", "，其中女党员", "，占比", "。")),
            new Phrasing("share.whole", "亿元", false, List.of(1, 0, 2), 0, List.of("民生支出", "，占一般公共预算支出", "的比重为", "。")),
            new Phrasing("share.whole", "家", true, List.of(0, 1, 2), 0, List.of("培育企业", "（其中制造业", "，占", "）。")),
            new Phrasing("rate.parts", "起", true, List.of(0, 1, 2), 0, List.of("排查矛盾纠纷", "，成功化解", "，化解率", "。")),
            new Phrasing("rate.parts", "件", true, List.of(0, 1, 2), 0, List.of("承办建议提案", "，已答复", "，答复率", "。")),
            new Phrasing("rate.parts", "个", true, List.of(0, 1, 2), 0, List.of("计划实施项目", "，开工", "，开工率为", "。")),
            new Phrasing("rate.parts", "人", true, List.of(0, 1, 2), 0, List.of("应参保", "，实际参保", "，参保率", "。")),
            new Phrasing("rate.parts", "处", true, List.of(0, 1, 2), 0, List.of("巡查点位", "，发现问题", "，问题率", "。")));

    private final Random random;

    PlantedPhrasings(long seed) {
        this.random = new Random(seed);
    }

    List<Planted> each(int times) {
        List<Planted> sentences = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            PHRASINGS.forEach(phrasing -> sentences.add(sentence(phrasing)));
        }
        return sentences;
    }

    private Planted sentence(Phrasing phrasing) {
        double whole = phrasing.counts ? 100 + random.nextInt(3000) : 5 + random.nextDouble() * 80;
        double ratio = phrasing.less > 0 ? 1.02 + random.nextDouble() * 0.4 : 0.1 + random.nextDouble() * 0.88;
        Figure all =
                phrasing.counts ? Figure.count((long) whole, phrasing.unit) : Figure.measured(whole, 2, phrasing.unit);
        Figure part = phrasing.counts
                ? Figure.count((long) (whole * ratio), phrasing.unit)
                : Figure.measured(whole * ratio, 2, phrasing.unit);
        Figure quotient = Figure.measured((part.value() / all.value() - phrasing.less) * 100, 1, "%");
        List<Figure> natural = List.of(all, part, quotient);
        List<Figure> printed = new ArrayList<>();
        for (int index : phrasing.order) {
            printed.add(natural.get(index));
        }
        Predicate<List<Figure>> relation = figures -> {
            Figure[] by = new Figure[3];
            for (int i = 0; i < by.length; i++) {
                by[phrasing.order.get(i)] = figures.get(i);
            }
            return Planted.isQuotient(by[2], by[1], by[0], phrasing.less);
        };
        return new Planted(phrasing.rule, phrasing.words, printed, relation);
    }
}
