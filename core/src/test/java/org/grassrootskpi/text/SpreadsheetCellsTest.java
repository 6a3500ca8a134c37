package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellsTest {
    // public bug report
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.org\")",
                "+1+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1+1",
                "＋1",
                "－1+1",
                "＠SUM(A1)",
                "-",
                "+86-755-1234",
                "-3亿元",
                "=",
            })
    void whatASpreadsheetWouldRunIsPutBehindAnApostrophe(String text) {
        assertThat(SpreadsheetCells.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=1",
                "近300亿元",
                "-3.9",
                "-6.2%",
                "+6.34%",
                "-1,234.5",
                "1E9",
                "-1.5E-9",
                "'=1",
                " =1",
                "3-5",
                "-.5",
                "-3‰"
            })
    void everyOtherTextAndEveryNumberIsLeftAsItIs(String text) {
        assertThat(SpreadsheetCells.guarded(text)).isEqualTo(text);
    }
}
