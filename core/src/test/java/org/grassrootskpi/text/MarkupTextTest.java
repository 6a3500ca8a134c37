package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML as a page shows it: what is a tag, what an entity, and how tables become lines with tabs. ⏎ is a line break, ⇥ a tab. */
class MarkupTextTest {
    private static String shown(String markup) {
        return MarkupText.shown(ReadableText.unchanged(
                        markup.replace('⏎', '\n').replace('⇥', '\t').replace('␍', '\r')))
                .text()
                .replace('\n', '⏎')
                .replace('\t', '⇥');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<p>甲</p><p>乙</p>|甲⏎乙⏎",
                "甲<br>乙<br/>丙|甲⏎乙⏎丙",
                "a<b>b</b>c|abc",
                "a<B>b</B>c|abc",
                "甲<h1>乙</h1>丙|甲⏎乙⏎丙",
                "</p>甲|甲",
                "<p⏎class=x>甲|甲",
                "<p⇥class=x>甲|甲",
                "<p␍class=x>甲|甲",
                "<p/>甲|甲",
                "<o:p>甲</o:p>|甲",
                "<W9:x>甲|甲",
                "<Zz:x>甲|甲",
                "<aA0:x>甲|甲",
            })
    void tagsAreNotShown(String markup, String expected) {
        assertThat(shown(markup)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3<4 and 5>2",
                "<foo>甲</foo>",
                "<p甲>乙",
                "< p>甲",
                "<>甲",
                "</>甲",
                "甲<p",
                "甲<p ",
                "甲<",
                "甲</",
                "甲<p class=x",
                "<[:x>甲",
                "<@p>甲",
                "<{:x>甲",
                "<`:x>甲",
            })
    void whatIsNoTagIsText(String markup) {
        assertThat(MarkupText.shown(ReadableText.unchanged(markup)).text()).isEqualTo(markup);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!-- 3家 -->甲|甲",
                "<!-- <p> --> 甲|甲",
                "<!---->甲|甲",
                "甲<!-- 3家|甲<!-- 3家",
                "甲<!-- 3家<p>乙|甲<!-- 3家⏎乙",
                "<script>var a='<p>';</script>甲|甲",
                "<SCRIPT>1</Script>甲|甲",
                "<style>p{}</style >甲|甲",
                "<script>甲</p>乙|甲⏎乙",
                "<script/>甲</script>|甲",
                "甲</script>乙|甲乙",
                "<!DOCTYPE html>甲|甲",
                "<!doctype html>甲|甲",
                "<?xml version=\"1.0\"?>甲|甲",
                "<?XML version=\"1.0\"?>甲|甲",
                "<![endif]>甲|甲",
                "<![endif] 甲|<![endif] 甲",
                "<!x>甲|<!x>甲",
                "<?php 甲|<?php 甲",
                "</!doctype>甲|</!doctype>甲",
            })
    void commentsScriptsAndDeclarationsAreNotShown(String markup, String expected) {
        assertThat(shown(markup).strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p title=\"a>b\">甲|甲",
                "<p title='a>b'>甲|甲",
                "<p title='a\">b'>甲|甲",
                "<p title=\"a>甲<p>乙|甲⏎乙",
                "<p title=\"甲|<p title=\"甲",
                "<p a=b\"c>甲|甲",
                "<p title='a>甲|甲",
                "<p a='1' b='>'>甲|甲",
            })
    void aSignInQuotationMarksEndsNoTag(String markup, String expected) {
        assertThat(shown(markup)).isEqualTo(expected);
    }

    @Test
    void aTagIsNotEndless() {
        String longest = "<p class=" + "x".repeat(1990) + ">甲";
        String tooLong = "<p class=" + "x".repeat(2000) + ">甲";
        String name = "<" + "a".repeat(60) + ":x>甲";

        assertThat(shown(longest)).isEqualTo("甲");
        assertThat(shown(tooLong)).isEqualTo(tooLong);
        assertThat(shown(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<table><tr><td>甲<td>乙<tr><td>1<td>2</table>丙|⏎甲⇥乙⏎1⇥2⏎⏎丙",
                "前<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>后|前⏎⏎甲⇥乙⏎1⇥2⏎⏎后",
                "<table>x<tr>y<td>甲</td>z<td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>|⏎甲⇥乙⏎1⇥2⏎⏎",
                "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>|甲⏎乙⏎",
                "<table><tr><td>一</td><td>二</td></tr></table>丙|一⏎二⏎丙",
                "<table><tr><td>一</td><td>二</td></tr><tr><td>三</td></tr></table>丙|一⏎二⏎三⏎丙",
                "<table><tr><th colspan=2>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>|⏎甲⇥⇥乙⏎1⇥2⇥3⏎⏎",
                "<table><tr><th COLSPAN = '2'>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>|⏎甲⇥⇥乙⏎1⇥2⇥3⏎⏎",
                "<table><tr><td colspan=0>甲</td><td>乙</td></tr><tr><td colspan>1</td><td>2</td></tr></table>|⏎甲⇥乙⏎1⇥2⏎⏎",
                "<table><tr><td rowspan=\"2\">甲</td><td>乙</td></tr><tr><td>丙</td></tr><tr><td>1</td><td>2</td></tr></table>|⏎甲⇥乙⏎⇥丙⏎1⇥2⏎⏎",
                "<table><tr><td>甲</td><td rowspan=3>乙</td><td>丙</td></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td><td>7</td></tr></table>"
                        + "|⏎甲⇥乙⇥丙⏎1⇥⇥2⏎3⇥⇥4⏎5⇥6⇥7⏎⏎",
                "<table><tr><td>a</td><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>|a⏎⏎1⇥2⏎3⇥4⏎⏎",
                "<table><tr><td>甲⏎乙</td><td>b⏎ c</td></tr><tr><td>1<br>2</td><td><p>3</p></td></tr></table>|⏎甲乙⇥b c⏎12⇥3⏎⏎",
                "<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table><td>丙</td><tr>丁|⏎甲⇥乙⏎1⇥2⏎⏎丙⏎丁",
                "</table>甲|⏎甲",
                "<td>甲<td>乙|甲⏎乙",
            })
    void tablesOfFiguresAreLinesWithTabs(String markup, String expected) {
        assertThat(shown(markup)).isEqualTo(expected);
    }

    @Test
    void aCellSpansSixtyColumnsAtMost() {
        String table = "<table><tr><td colspan=%s>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>";

        assertThat(shown(table.formatted("60"))).isEqualTo("⏎甲" + "⇥".repeat(60) + "乙⏎1⇥2⏎⏎");
        assertThat(shown(table.formatted("999999999999"))).isEqualTo("⏎甲" + "⇥".repeat(60) + "乙⏎1⇥2⏎⏎");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1<sup>[1]</sup>甲|1甲",
                "5m<sup>2</sup>|5m²",
                "5m<sup> 3 </sup>地|5m³地",
                "5x<sup>2</sup>|5x",
                "5m<sup>4</sup>地|5m地",
                "甲<sup>2|甲2",
                "甲<sup>这是一段很长的上标文字不是注释</sup>乙|甲这是一段很长的上标文字不是注释乙",
                "10<sup>5</sup>吨|10吨",
            })
    void marksOfNotesAreLeftOutButNoExponentsOfLengths(String markup, String expected) {
        assertThat(shown(markup)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "&nbsp;甲|\u00A0甲",
                "&nbsp甲|\u00A0甲",
                "a&amp;b|a&b",
                "a&amp;amp;b|a&b",
                "&amp;nbsp;甲|\u00A0甲",
                "&amp;#37;|%",
                "&lt;p&gt;|<p>",
                "&lt甲|&lt甲",
                "&#29976;&#x7532;&#X7532;|甘甲甲",
                "&#x1F600;|😀",
                "&#32;!| !",
                "&#31;甲| 甲",
                "&#8194;甲&#8195;乙&#8201;丙| 甲 乙 丙",
                "&#55295;|\uD7FF",
                "&#55296;甲| 甲",
                "&#57343;甲| 甲",
                "&#57344;|\uE000",
                "&#1114111;|\uDBFF\uDFFF",
                "&#1114112;甲| 甲",
                "&#9999999;甲| 甲",
                "&#99999999;|&#99999999;",
                "&#;|&#;",
                "&#x;|&#x;",
                "&#xZZ;|&#xZZ;",
                "&#3A;|&#3A;",
                "&#37|&#37",
                "&unknown;|&unknown;",
                "AT&T|AT&T",
                "&;|&;",
                "&|&",
                "a&middot;b|a·b",
                "甲&yen;5|甲¥5",
                "&乙nbsp;|&乙nbsp;",
            })
    void entitiesAreTheCharactersThatTheyStandFor(String markup, String expected) {
        assertThat(shown(markup)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<p>甲⏎乙</p>|甲乙⏎",
                "<p>ab⏎cd</p>|ab cd⏎",
                "<p>a1⏎  2b</p>丙⏎丁|a1 2b⏎丙⏎丁",
                "<p>ab⏎</p>cd|ab⏎cd",
                "<p>ab。⏎cd</p>|ab。cd⏎",
                "<p>ab⇥cd</p>|ab cd⏎",
                "<p>ab␍⏎cd</p>|ab cd⏎",
                "<pre>甲⏎乙</pre>|甲⏎乙⏎",
                "<body>甲⏎乙</body>|甲⏎乙⏎",
                "<html>甲⏎乙</html>|甲⏎乙⏎",
                "<p>甲<br>⏎乙⏎丙</p>|甲⏎乙丙⏎",
                "<div>甲<p>乙</p>丙</div>|甲⏎乙⏎丙⏎",
                "<li>一</li>⏎<li>二</li>|一⏎⏎二⏎",
                "甲⏎<p>乙</p>⏎丙|甲⏎乙⏎⏎丙",
            })
    void lineBreaksInAParagraphAreBlanksBetweenLatinWords(String markup, String expected) {
        assertThat(shown(markup)).isEqualTo(expected);
    }

    @Test
    void aTextWithoutMarkupIsItself() {
        ReadableText source = ReadableText.unchanged("合格率<95%，AT&T公司5家");

        assertThat(MarkupText.shown(source)).isSameAs(source);
        assertThat(MarkupText.shown(ReadableText.unchanged("&#37;")).text()).isEqualTo("%");
    }

    /** Where a stretch stands for another, both its ends are known in the original. */
    @Test
    void eachCharacterHasItsPlace() {
        ReadableText read = MarkupText.shown(ReadableText.unchanged("<p>甲&nbsp;乙</p>"));

        assertThat(read.text()).isEqualTo("甲\u00A0乙\n");
        assertThat(new int[] {read.origin(0), read.origin(1), read.origin(2), read.origin(3)})
                .containsExactly(3, 4, 10, 11);
        assertThat(new int[] {read.originEnd(1), read.originEnd(2), read.originEnd(3), read.originEnd(4)})
                .containsExactly(4, 10, 11, 15);
    }
}
