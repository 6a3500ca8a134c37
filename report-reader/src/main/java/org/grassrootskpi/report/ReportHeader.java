package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.time.TimePeriod;

/** The lines of a report before its first heading, which have title and publisher. */
final class ReportHeader {
    private static final int MAX_LINES = 10;
    private static final int MAX_TITLE = 60;
    private static final Pattern PLACE =
            Pattern.compile("^(?:关于|中共)?(.{1,12}?(?:街道|自治区|自治州|自治县|省|市|州|区|县|旗|镇|乡|村|社区))" + "(?=[0-9０-９二〇○关国政工统财“])");

    private final WorkReport report;
    private final ImmutableList<String> lines;

    ReportHeader(WorkReport report) {
        this.report = report;
        this.lines = report.paragraphs(MAX_LINES).stream()
                .filter(line ->
                        line.section().level() == 0 && line.section().title().isEmpty())
                .map(Paragraph::text)
                .filter(line -> line.length() <= MAX_TITLE)
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<String> lines() {
        return lines;
    }

    /** The place that a line names first: 柳溪镇 of 柳溪镇2024年上半年工作总结. */
    Optional<String> place() {
        return lines.stream()
                .map(PLACE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(place -> place.length() > 1)
                .findFirst();
    }

    /** The first line that reads like the title of a document; empty where none does. */
    Optional<String> title() {
        return lines.stream().filter(ReportHeader::isTitle).findFirst();
    }

    private static boolean isTitle(String line) {
        return HeadingWords.has("title", line)
                && !HeadingWords.has("no-title", line)
                && line.codePoints().noneMatch(c -> "。；;！？".indexOf(c) >= 0);
    }

    /**
     * Returns whether only the title names a year, and it is the one in which a report on the year before is given:
     * 2023年政府工作报告 mostly looks back on 2022.
     */
    boolean isYearOfDelivery() {
        boolean headed = report.sections().stream()
                .anyMatch(section ->
                        !section.title().isEmpty() && section.period().isPresent());
        return !headed
                && title().filter(line -> HeadingWords.has("delivered", line)
                                && HeadingWords.partOfYear(line).isEmpty())
                        .isPresent();
    }

    /** The period of the first plan that a heading or the title dates later than the report. */
    Optional<TimePeriod> planned(TimePeriod reported) {
        for (Section section : report.sections()) {
            Optional<TimePeriod> period = section.period();
            if (HeadingWords.isPlan(section.title())
                    && period.isPresent()
                    && period.get().firstDay().isAfter(reported.lastDay())) {
                return period;
            }
        }
        return title().flatMap(line -> ReportCutter.lastYear(line))
                .filter(year -> HeadingWords.has("plan", title().orElse("")))
                .filter(year -> year.firstDay().isAfter(reported.lastDay()));
    }
}
