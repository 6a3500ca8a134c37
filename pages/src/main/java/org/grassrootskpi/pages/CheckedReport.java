package org.grassrootskpi.pages;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.model.LocalizedText;

/**
 * What a check of a report found, for the page: the sentences that cannot be right or are odd, each with what is wrong with it. Any
 * checker can fill it; the page only shows it. Immutable.
 *
 * <pre>{@code
 * CheckedReport report = new CheckedReport("report.txt", 2, 1, 0, ImmutableList.of(new CheckedReport.Finding(
 *         CheckedReport.Level.ERROR,
 *         "rate.parts",
 *         LocalizedText.of("比率与其两部分不符", "A rate does not fit its two parts"),
 *         ImmutableList.of(CheckedReport.Passage.of("受理诉求9600件，办结9350件，办结率94.7%", "94.7%", 1, 20)),
 *         "9350件 ÷ 9600件 = 97.40% ≠ 94.7%",
 *         ImmutableList.of(CheckedReport.Remedy.of("94.7%", "97.4%")))));
 * }</pre>
 *
 * @param name what the report is called, for example its file
 * @param made how many checks were made
 * @param passed how many of them found nothing
 * @param impossible how many could not be made, because the report gives too little
 * @param findings what was found, in the order of the text
 */
public record CheckedReport(String name, int made, int passed, int impossible, ImmutableList<Finding> findings) {
    /**
     * Checks that the numbers are counts.
     *
     * @param name what the report is called
     * @param made how many checks were made
     * @param passed how many of them found nothing
     * @param impossible how many could not be made
     * @param findings what was found
     * @throws IllegalArgumentException if one is below 0, or more checks passed than were made
     */
    public CheckedReport {
        Preconditions.checkArgument(
                passed >= 0 && impossible >= 0 && made >= passed,
                "Expected 0 or more checks, of which some passed, got %s made, %s passed, %s impossible",
                made,
                passed,
                impossible);
    }

    /** How sure a finding is, the gravest first. */
    public enum Level {
        /** Cannot be right. */
        ERROR,
        /** Very probably not right. */
        WARNING,
        /** Odd: a person should look. */
        QUESTION
    }

    /**
     * Something that cannot be right, or is odd.
     *
     * @param level how sure it is
     * @param rule the id of the rule that found it
     * @param title what the rule says, in both languages
     * @param passages where it is printed: what was checked first, then what it was checked against
     * @param sum the sum written out with the printed figures
     * @param remedies for each figure what would make the sum right while the others stay; empty where nothing would
     */
    public record Finding(
            Level level,
            String rule,
            LocalizedText title,
            ImmutableList<Passage> passages,
            String sum,
            ImmutableList<Remedy> remedies) {
        /**
         * Checks that there is a passage.
         *
         * @param level how sure it is
         * @param rule the id of the rule that found it
         * @param title what the rule says
         * @param passages where it is printed
         * @param sum the sum written out
         * @param remedies what would make the sum right
         * @throws IllegalArgumentException if there is none
         */
        public Finding {
            Preconditions.checkArgument(
                    !passages.isEmpty(), "Expected a passage that the finding of %s is about, got none", rule);
        }
    }

    /**
     * A place in a text.
     *
     * @param source the name of the document where it is another than the report
     * @param sentence the sentence
     * @param surface what of the sentence it is about
     * @param line the number of the line, from 1; 0 where the source has no lines
     * @param column the number of its first character in the line, from 1; 0 where the source has no lines
     */
    public record Passage(Optional<String> source, String sentence, String surface, int line, int column) {
        /**
         * Returns a place in the report itself.
         *
         * @param sentence the sentence
         * @param surface what of the sentence it is about
         * @param line the number of the line, from 1
         * @param column the number of its first character in the line, from 1
         * @return the passage
         */
        public static Passage of(String sentence, String surface, int line, int column) {
            return new Passage(Optional.empty(), sentence, surface, line, column);
        }
    }

    /**
     * A change of one figure that would make the sum right.
     *
     * @param surface what is printed
     * @param value what would have to be printed instead
     * @param slip the slip of the pen that would explain it, in both languages
     */
    public record Remedy(String surface, String value, Optional<LocalizedText> slip) {
        /**
         * Returns a change that no obvious slip explains.
         *
         * @param surface what is printed
         * @param value what would have to be printed instead
         * @return the remedy
         */
        public static Remedy of(String surface, String value) {
            return new Remedy(surface, value, Optional.empty());
        }
    }

    PageData.Check data() {
        return new PageData.Check(
                name,
                made,
                passed,
                impossible,
                findings.stream().map(CheckedReport::data).toList());
    }

    private static PageData.Finding data(Finding finding) {
        List<PageData.Passage> passages = finding.passages().stream()
                .map(passage -> new PageData.Passage(
                        passage.source(), passage.sentence(), passage.surface(), passage.line(), passage.column()))
                .toList();
        return new PageData.Finding(
                finding.level(),
                finding.rule(),
                Text.of(finding.title()),
                passages,
                finding.sum(),
                finding.remedies().stream()
                        .map(remedy -> new PageData.Remedy(
                                remedy.surface(), remedy.value(), remedy.slip().map(Text::of)))
                        .toList());
    }
}
