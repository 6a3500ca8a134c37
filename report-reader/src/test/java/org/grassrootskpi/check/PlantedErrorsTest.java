package org.grassrootskpi.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.grassrootskpi.report.WorkReport;
import org.junit.jupiter.api.Test;

/** Slips of the pen in sentences that are right: how many are found, and what is said of the sentences as they were. */
class PlantedErrorsTest {
    private static final int OF_EACH_KIND = 25;
    private static final int TRIES = 4;
    private static final double LEAST_FOUND = 0.99;
    private static final double LEAST_FOUND_REPHRASED = 0.7;
    private static final List<String> DOCUMENTS = List.of(
            "province",
            "town",
            "bulletin",
            "hotline",
            "plan",
            "budget",
            "street",
            "quarter",
            "city",
            "profile",
            "brigade",
            "region");

    private static CheckResult check(String text) {
        return ReportCheck.standard().check(WorkReport.parse(text));
    }

    private static boolean isFound(CheckResult result) {
        return result.findings().stream().anyMatch(finding -> finding.level() != CheckLevel.QUESTION);
    }

    @Test
    void findsTheSlipsThatAreNoLongerPossible() {
        double found = found("planted", new PlantedSentences(20260101).each(OF_EACH_KIND));

        assertThat(found).isGreaterThanOrEqualTo(LEAST_FOUND);
    }

    /** Phrasings that were not looked at while the rules were written. */
    @Test
    void findsTheSlipsInOtherWords() {
        double found = found("rephrased", new PlantedPhrasings(20260103).each(OF_EACH_KIND));

        assertThat(found).isGreaterThanOrEqualTo(LEAST_FOUND_REPHRASED);
    }

    /** The share of the slips that are found of those after which the sentence cannot be right; printed by rule. */
    private static double found(String name, List<Planted> sentences) {
        Random random = new Random(16);
        Map<String, int[]> byRule = new TreeMap<>();
        for (Planted right : sentences) {
            for (int i = 0; i < TRIES; i++) {
                Planted wrong = right.mutated(random);
                if (!wrong.isRight()) {
                    int[] counts = byRule.computeIfAbsent(right.rule(), rule -> new int[2]);
                    counts[0]++;
                    counts[1] += isFound(check(wrong.text())) ? 1 : 0;
                }
            }
        }
        int planted = byRule.values().stream().mapToInt(counts -> counts[0]).sum();
        int found = byRule.values().stream().mapToInt(counts -> counts[1]).sum();
        byRule.forEach((rule, counts) ->
                System.out.printf(Locale.ROOT, "%s %-18s %4d, found %4d%n", name, rule, counts[0], counts[1]));
        System.out.printf(Locale.ROOT, "%s %d, found %d: %.4f%n", name, planted, found, (double) found / planted);
        assertThat(planted).isGreaterThan(1000);
        return (double) found / planted;
    }

    @Test
    void saysNothingOfTheSentencesAsTheyWere() {
        List<String> wrong = new ArrayList<>();
        int checks = 0;
        List<Planted> sentences = new ArrayList<>(new PlantedSentences(20260102).each(OF_EACH_KIND));
        sentences.addAll(new PlantedPhrasings(20260104).each(OF_EACH_KIND));
        for (Planted right : sentences) {
            assertThat(right.isRight()).as(right.text()).isTrue();
            CheckResult result = check(right.text());
            checks += result.total().made();
            result.findings().stream()
                    .filter(finding -> finding.level() != CheckLevel.QUESTION)
                    .forEach(finding -> wrong.add(right.text() + " " + finding));
        }
        System.out.printf(
                Locale.ROOT,
                "untouched %d sentences, %d checks, %d errors and warnings%n",
                sentences.size(),
                checks,
                wrong.size());

        assertThat(wrong).isEmpty();
    }

    /** The texts by which the reader is tested: composed for other ends, and not for the sums of a checker. */
    @Test
    void findsNoErrorInTheTextsOfTheReader() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : resource("sentences.tsv").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                texts.add(Splitter.on('\t').splitToList(line).get(0));
            }
        }
        for (String name : DOCUMENTS) {
            String file = resource("meaning/" + name + ".txt");
            texts.add(file.substring(file.indexOf('\n') + 1, file.indexOf("\n==\n")));
        }
        List<String> wrong = new ArrayList<>();
        int sentences = 0;
        for (String text : texts) {
            sentences += Splitter.on(Pattern.compile("[。\n]"))
                    .omitEmptyStrings()
                    .splitToList(text)
                    .size();
            check(text)
                    .findings()
                    .forEach(
                            finding -> wrong.add(finding + " " + finding.place().sentence()));
        }
        System.out.printf(Locale.ROOT, "reader's %d sentences, %d findings%n", sentences, wrong.size());

        assertThat(wrong).isEmpty();
    }

    private static String resource(String name) throws IOException {
        return Resources.toString(Resources.getResource(WorkReport.class, name), StandardCharsets.UTF_8);
    }
}
