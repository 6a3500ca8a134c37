package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.columns.Segment;
import org.junit.jupiter.api.Test;

class StretchTest {
    /** Series of one, two, three … rows. */
    private static Segment segment(int series) {
        ScanRows rows = new ScanRows(1, series);
        for (int community = 0; community < series; community++) {
            for (int month = 0; month <= community; month++) {
                rows.add(community, ScanRows.JANUARY + month, 1);
            }
        }
        return rows.block().segments().get(0);
    }

    @Test
    void countsTheRowsOfItsSeries() {
        Segment segment = segment(10);

        assertThat(new Stretch(0, segment, 0, 10, 0).rows()).isEqualTo(55);
        assertThat(new Stretch(0, segment, 3, 5, 0).rows()).isEqualTo(4 + 5);
        assertThat(new Stretch(0, segment, 5, 5, 0).rows()).isZero();
    }

    @Test
    void hasPartsOfAboutTheSameNumberOfSeries() {
        Segment segment = segment(12);
        Stretch stretch = new Stretch(2, segment, 2, 12, 70);

        assertThat(stretch.part(0, 4)).isEqualTo(new Stretch(2, segment, 2, 4, 70));
        assertThat(stretch.part(1, 4)).isEqualTo(new Stretch(2, segment, 4, 7, 70));
        assertThat(stretch.part(2, 4)).isEqualTo(new Stretch(2, segment, 7, 9, 70));
        assertThat(stretch.part(3, 4)).isEqualTo(new Stretch(2, segment, 9, 12, 70));
        assertThat(stretch.part(0, 1)).isEqualTo(stretch);
    }

    @Test
    void hasPartsThatFollowEachOtherWhateverTheirNumber() {
        Stretch stretch = new Stretch(0, segment(12), 2, 12, 0);
        for (int parts = 1; parts < 30; parts++) {
            List<Integer> series = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                Stretch one = stretch.part(part, parts);
                for (int s = one.from(); s < one.to(); s++) {
                    series.add(s);
                }
            }
            assertThat(series).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        }
    }

    @Test
    void hasPartsOfAsManySeriesAsAnIntCounts() {
        Stretch stretch = new Stretch(0, segment(1), 0, 2_000_000_000, 0);

        assertThat(stretch.part(7, 10).from()).isEqualTo(1_400_000_000);
        assertThat(stretch.part(7, 10).to()).isEqualTo(1_600_000_000);
    }
}
