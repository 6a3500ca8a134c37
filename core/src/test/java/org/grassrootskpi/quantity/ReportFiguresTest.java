package org.grassrootskpi.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every figure of the report's inventory, where it is at hand, parses to the value that was recorded for it. */
class ReportFiguresTest {
    private static final Path INVENTORY = Path.of("..", "..", "shared", "report", "inventory.tsv");
    private static final Set<String> KINDS = Set.of("quantity", "rate", "growth");

    /** Words in front and a noun behind that say what the figure is about, and are no part of it. */
    private static final Pattern SUBJECT = Pattern.compile("^(?:同比增长|增长|下降|连续|(?:[^0-9近超]*率)达?|进度)|(?<=个)方面$");

    /** Figures that name no number (多场, 多年) or none with a unit (无…事件). */
    private static final Set<String> NO_NUMBER = Set.of("S24-5.24", "S24-6.18", "S24-6.48", "P25-2.18");

    @Test
    void everyFigureOfTheInventoryParsesToItsValue() throws IOException {
        assumeTrue(Files.exists(INVENTORY), "skipped: the report's inventory is not beside the project");
        Set<String> left = new TreeSet<>();
        int read = 0;
        List<String> lines = Files.readAllLines(INVENTORY, StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            if (!KINDS.contains(columns[2])) {
                continue;
            }
            if (NO_NUMBER.contains(columns[0])) {
                left.add(columns[0]);
                continue;
            }
            Quantity quantity = Quantity.parse(SUBJECT.matcher(columns[5]).replaceAll(""));
            BigDecimal sign = BigDecimal.valueOf(columns[5].startsWith("下降") ? -1 : 1);
            assertThat(quantity.value().multiply(sign)).as(line).isEqualByComparingTo(columns[6]);
            assertThat(quantity.qualifier()).as(line).isEqualTo(qualifier(columns[8]));
            read++;
        }
        assertThat(left).isEqualTo(new TreeSet<>(NO_NUMBER));
        assertThat(read).isEqualTo(86);
    }

    private static Qualifier qualifier(String recorded) {
        return switch (recorded) {
            case "approx-below" -> Qualifier.BELOW;
            case "above" -> Qualifier.ABOVE;
            default -> Qualifier.EXACT;
        };
    }
}
