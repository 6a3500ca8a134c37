package org.grassrootskpi.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.grassrootskpi.check.Planted.Figure;

/** Sentences in the style of reports, each of a rule and with figures that satisfy it. */
final class PlantedSentences {
    private static final List<String> AMOUNTS = List.of("工业总产值", "一般公共预算收入", "外贸出口额", "旅游收入", "社会消费品零售总额");
    private static final List<String> COUNTED = List.of("矛盾纠纷", "安全隐患", "群众诉求", "治安案件");

    private final Random random;

    PlantedSentences(long seed) {
        this.random = new Random(seed);
    }

    /** As many sentences of each kind. */
    List<Planted> each(int times) {
        List<Planted> sentences = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            sentences.add(growth());
            sentences.add(growthFromTo());
            sentences.add(growthOfCounts());
            sentences.add(amount());
            sentences.add(points());
            sentences.add(completion());
            sentences.add(completionOfTask());
            sentences.add(share());
            sentences.add(shareOf());
            sentences.add(rate());
            sentences.add(rectified());
            sentences.add(partition());
            sentences.add(total());
            sentences.add(rest());
            sentences.add(average());
            sentences.add(multiple());
        }
        return sentences;
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private int whole(int low, int high) {
        return low + random.nextInt(high - low);
    }

    private String amountName() {
        return AMOUNTS.get(random.nextInt(AMOUNTS.size()));
    }

    private String countedName() {
        return COUNTED.get(random.nextInt(COUNTED.size()));
    }

    private static Figure percent(double ratio, int decimals) {
        return Figure.measured(Math.abs(ratio) * 100, decimals, "%");
    }

    private Figure signed(double ratio, int decimals) {
        Figure printed = percent(ratio, decimals);
        return ratio < 0 ? printed.negated() : printed;
    }

    private Planted growth() {
        double before = between(8, 90);
        double growth = between(-0.2, 0.3);
        Figure level = Figure.measured(before * (1 + growth), 2, "亿元");
        Figure base = Figure.measured(before, 2, "亿元");
        Figure change = signed(growth, 1);
        String verb = change.isNegative() ? "下降" : "增长";
        return new Planted(
                "growth.base",
                List.of("全年完成" + amountName(), ",上年为", ",同比" + verb, "。"),
                List.of(level, base, change),
                f -> Planted.isQuotient(f.get(2), f.get(0), f.get(1), 1));
    }

    private Planted growthFromTo() {
        double before = between(20_000, 60_000);
        double growth = between(0.02, 0.2);
        Figure base = Figure.count(Math.round(before), "元");
        Figure level = Figure.count(Math.round(before * (1 + growth)), "元");
        Figure change = percent((double) Math.round(before * (1 + growth)) / Math.round(before) - 1, 1);
        return new Planted(
                "growth.base",
                List.of("村集体平均收入由上年的", "提高到", "，增长", "。"),
                List.of(base, level, change),
                f -> Planted.isQuotient(f.get(2), f.get(1), f.get(0), 1));
    }

    private Planted growthOfCounts() {
        int before = whole(40, 900);
        int now = whole(40, 900);
        Figure change = signed((double) now / before - 1, 1);
        String verb = change.isNegative() ? "下降" : "增长";
        return new Planted(
                "growth.base",
                List.of("化解" + countedName(), "，去年同期", "，" + verb, "。"),
                List.of(Figure.count(now, "件"), Figure.count(before, "件"), change),
                f -> Planted.isQuotient(f.get(2), f.get(0), f.get(1), 1));
    }

    private Planted amount() {
        double before = between(3, 40);
        double growth = between(0.03, 0.3);
        Figure level = Figure.measured(before * (1 + growth), 2, "亿元");
        Figure more = Figure.measured(before * growth * 10_000, 0, "万元");
        Figure change = percent(growth, 1);
        return new Planted(
                "growth.amount", List.of(amountName(), "，比上年增加", "，增长", "。"), List.of(level, more, change), f -> {
                    double low = 1 / (f.get(0).high() / f.get(1).low() - 1);
                    double high = 1 / (f.get(0).low() / f.get(1).high() - 1);
                    boolean fits = f.get(0).low() > f.get(1).high();
                    return fits
                            && f.get(2).low() <= high + 1e-9
                            && low <= f.get(2).high() + 1e-9;
                });
    }

    private Planted points() {
        double before = between(30, 60);
        double more = between(0.5, 6);
        Figure base = Figure.measured(before, 1, "%");
        Figure level = Figure.measured(before + more, 1, "%");
        Figure change = Figure.measured(more, 1, "个百分点");
        return new Planted("points.base", List.of("绿化覆盖率由", "提高到", "，提高", "。"), List.of(base, level, change), f -> {
            double low = (f.get(1).low() - f.get(0).high()) * 100;
            double high = (f.get(1).high() - f.get(0).low()) * 100;
            return f.get(2).low() <= high + 1e-9 && low <= f.get(2).high() + 1e-9;
        });
    }

    private Planted completion() {
        double target = between(5, 80);
        double done = between(0.7, 1.4);
        return new Planted(
                "completion.target",
                List.of("完成" + amountName(), "，占年度任务", "的", "。"),
                List.of(
                        Figure.measured(target * done, 2, "亿元"),
                        Figure.measured(target, 1, "亿元"),
                        percent(Math.round(target * done * 100) / 100.0 / (Math.round(target * 10) / 10.0), 1)),
                f -> Planted.isQuotient(f.get(2), f.get(0), f.get(1), 0));
    }

    private Planted completionOfTask() {
        int target = whole(30, 800);
        int done = (int) (target * between(0.6, 1.3));
        return new Planted(
                "completion.target",
                List.of("计划改造老旧住宅", "，实际完成", "，完成率", "。"),
                List.of(Figure.count(target, "户"), Figure.count(done, "户"), percent((double) done / target, 1)),
                f -> Planted.isQuotient(f.get(2), f.get(1), f.get(0), 0));
    }

    private Planted share() {
        int all = whole(200, 5000);
        int part = (int) (all * between(0.1, 0.8));
        return new Planted(
                "share.whole",
                List.of("现有党员", "，其中女党员", "，占", "。"),
                List.of(Figure.count(all, "人"), Figure.count(part, "人"), percent((double) part / all, 1)),
                f -> Planted.isQuotient(f.get(2), f.get(1), f.get(0), 0));
    }

    private Planted shareOf() {
        double all = between(4, 60);
        double part = all * between(0.1, 0.8);
        return new Planted(
                "share.whole",
                List.of("教育支出", "，占财政支出", "的", "。"),
                List.of(Figure.measured(part, 2, "亿元"), Figure.measured(all, 2, "亿元"), percent(part / all, 1)),
                f -> Planted.isQuotient(f.get(2), f.get(0), f.get(1), 0));
    }

    private Planted rate() {
        int all = whole(300, 20_000);
        int part = (int) (all * between(0.7, 1));
        return new Planted(
                "rate.parts",
                List.of("全年受理" + countedName(), "，办结", "，办结率", "。"),
                List.of(Figure.count(all, "件"), Figure.count(part, "件"), percent((double) part / all, 1)),
                f -> Planted.isQuotient(f.get(2), f.get(1), f.get(0), 0));
    }

    private Planted rectified() {
        int all = whole(100, 3000);
        int part = (int) (all * between(0.7, 1));
        return new Planted(
                "rate.parts",
                List.of("共排查安全隐患", "，已整改", "，整改率达", "。"),
                List.of(Figure.count(all, "处"), Figure.count(part, "处"), percent((double) part / all, 2)),
                f -> Planted.isQuotient(f.get(2), f.get(1), f.get(0), 0));
    }

    private Planted partition() {
        double town = between(5, 60);
        double country = between(5, 60);
        return new Planted(
                "parts.partition",
                List.of("年末常住人口", "，其中城镇人口", "，乡村人口", "。"),
                List.of(
                        Figure.measured(town + country, 1, "万人"),
                        Figure.measured(town, 1, "万人"),
                        Figure.measured(country, 1, "万人")),
                f -> Planted.isSum(f.get(0), f.subList(1, 3)));
    }

    private Planted total() {
        double a = between(1, 20);
        double b = between(1, 20);
        double c = between(1, 20);
        return new Planted(
                "parts.total",
                List.of("教育支出", "、卫生支出", "、社会保障支出", "，三项合计", "。"),
                List.of(
                        Figure.measured(a, 2, "亿元"),
                        Figure.measured(b, 2, "亿元"),
                        Figure.measured(c, 2, "亿元"),
                        Figure.measured(a + b + c, 2, "亿元")),
                f -> Planted.isSum(f.get(3), f.subList(0, 3)));
    }

    private Planted rest() {
        int all = whole(20, 300);
        int done = whole(5, all - 5);
        return new Planted(
                "parts.rest",
                List.of("全镇重点项目", "，已完成", "，其余", "正在推进。"),
                List.of(Figure.count(all, "个"), Figure.count(done, "个"), Figure.count(all - done, "个")),
                f -> Planted.isSum(f.get(0), f.subList(1, 3)));
    }

    private Planted average() {
        int households = whole(50, 900);
        double each = between(600, 5000);
        Figure total = Figure.measured(households * each / 10_000, 2, "万元");
        Figure count = Figure.count(households, "户");
        Figure price = Figure.measured(each, 0, "元");
        return new Planted(
                "unit.price",
                List.of("发放补贴", "，惠及", "，户均", "。"),
                List.of(total, count, price),
                f -> Planted.isQuotient(f.get(2), f.get(0), f.get(1), 0));
    }

    private Planted multiple() {
        int before = whole(3, 40);
        int times = whole(1, 5);
        return new Planted(
                "growth.multiple",
                List.of("民宿由上年的", "增加到", "，增长", "。"),
                List.of(
                        Figure.count(before, "家"),
                        Figure.count((long) before * (times + 1), "家"),
                        Figure.measured(times, 0, "倍")),
                f -> Planted.isQuotient(f.get(2), f.get(1), f.get(0), 1));
    }
}
