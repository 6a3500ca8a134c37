package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Award;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Recognition;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.time.TimePeriod;

/** The titles in quotation marks that a review says were awarded: 荣获“全国文明镇”称号. What a plan strives for is none. */
final class DraftedHonours {
    private static final Pattern AWARDED = Pattern.compile(
            "(?:荣获|获评|喜获|获得|获授|获|被评为|被授予|被命名为|入选|入围|摘得|成功创建|创成|通过)[^，。；;\\n“]{0,12}“([^”\\n]{3,40})”(?:荣誉称号|称号|荣誉|奖)?");

    /** Another title behind one: “甲”“乙”, “甲”称号、“乙”称号. */
    private static final Pattern NEXT = Pattern.compile("(?:、|和|及)?“([^”\\n]{3,40})”(?:荣誉称号|称号|荣誉|奖)?");

    private DraftedHonours() {}

    static ImmutableList<Recognition> of(
            WorkReport report, TimePeriod period, Catalog known, DraftRegion region, String document, String open) {
        String text = report.reading();
        PlanSections plans = new PlanSections(ReaderVocabulary.standard(), report);
        ImmutableList.Builder<Recognition> found = ImmutableList.builder();
        int number = 0;
        Matcher awarded = AWARDED.matcher(text);
        while (awarded.find()) {
            Section section = report.sectionAt(awarded.start());
            plans.enter(section);
            int clause = Math.max(text.lastIndexOf('，', awarded.start()), text.lastIndexOf('。', awarded.start()));
            boolean planned =
                    plans.inPlan() || DraftWords.has(Kind.AIM, text.substring(Math.max(0, clause), awarded.start()));
            TimePeriod of = section.period().orElse(period);
            if (planned || of.lastDay().isAfter(period.lastDay())) {
                continue;
            }
            String leading = text.substring(awarded.start(), awarded.start(1));
            Matcher title = awarded;
            do {
                String quote = title.group();
                found.add(Recognition.builder()
                        .id("draft.r" + ++number)
                        .subject(region.home().name())
                        .sector(ProposalNames.sector(title.group(1), known)
                                .map(ProposalNames.Guess::value)
                                .orElse(open))
                        .region(region.code())
                        .period(of)
                        .citation(Citation.of(document, section.path().isEmpty() ? "0" : section.path(), quote))
                        .addAwards(award(title.group(1), scope(leading + title.group(1)), quote))
                        .build());
                int end = title.end();
                title = NEXT.matcher(text).region(end, text.length());
            } while (title.lookingAt());
        }
        return found.build();
    }

    private static Award award(String title, Optional<RegionLevel> scope, String quote) {
        return Award.builder()
                .title(LocalizedText.of(
                        title, Glossary.standard().compose(title).orElse("To be translated: " + title)))
                .scope(scope)
                .quote(quote)
                .build();
    }

    /** The level of those who award it, as the words say it: 省级, 全国. */
    private static Optional<RegionLevel> scope(String award) {
        return DraftWords.entries(Kind.AWARD_SCOPE).stream()
                .filter(entry -> award.contains(entry.word()))
                .findFirst()
                .map(entry -> RegionLevel.of(entry.value()));
    }
}
