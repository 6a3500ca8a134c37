package org.grassrootskpi.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.report.WorkReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on sentences that are right, wrong, wrong within its tolerance, and without what it needs. */
class CheckCasesTest {
    private static final Splitter TABS = Splitter.on('\t');

    /** Rules that need another source: {@link HistoryTest}, {@link IdentityCheckTest}. */
    private static final Pattern OF_SOURCES = Pattern.compile("(history|identity)\\..*");

    static Stream<String> cases() throws IOException {
        List<String> lines =
                Resources.readLines(Resources.getResource(CheckCasesTest.class, "cases.tsv"), StandardCharsets.UTF_8);
        return lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysOfASentenceExactlyThis(String line) {
        List<String> columns = TABS.splitToList(line);
        WorkReport report = WorkReport.parse(columns.get(1).replace('⏎', '\n'));

        CheckResult result = ReportCheck.standard().check(report);

        List<String> said = new ArrayList<>();
        CheckCount count = Objects.requireNonNull(result.counts().get(CheckRule.of(columns.get(0))));
        said.add(count.made() + "/" + count.passed() + "/" + count.impossible());
        for (Finding finding : result.findings()) {
            said.add(finding.level() + " " + finding.rule().id() + " " + finding.sum());
        }
        assertThat(said).isEqualTo(columns.subList(2, columns.size()));
    }

    @Test
    void everyRuleHasASentenceThatItFindsAndOneThatItDoesNot() throws IOException {
        Set<String> finds = cases().map(TABS::splitToList)
                .filter(columns -> columns.subList(3, columns.size()).stream()
                        .anyMatch(said -> said.contains(" " + columns.get(0) + " ")))
                .map(columns -> columns.get(0))
                .collect(Collectors.toSet());
        Set<String> passes = cases().map(TABS::splitToList)
                .filter(columns -> columns.size() == 3)
                .map(columns -> columns.get(0))
                .collect(Collectors.toSet());
        List<String> rules = CheckRule.standard().stream()
                .map(CheckRule::id)
                .filter(id -> !OF_SOURCES.matcher(id).matches())
                .toList();

        assertThat(finds).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(passes).containsExactlyInAnyOrderElementsOf(rules);
    }
}
