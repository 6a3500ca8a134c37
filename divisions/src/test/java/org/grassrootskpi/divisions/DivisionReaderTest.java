package org.grassrootskpi.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.grassrootskpi.model.UnknownIdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DivisionReaderTest {
    private static final String HEAD = "# a comment\nedition 2031\ndivisions 4\n";
    private static final String TREE = "44 广东省\n 03 深圳市\n  07 龙岗区\n   003 平湖街道\n";

    @Test
    void readsAnOutline() {
        Divisions divisions = read(HEAD + TREE);

        assertThat(divisions.edition()).isEqualTo(2031);
        assertThat(divisions.all().stream().map(Division::toString))
                .containsExactly("44 广东省", "4403 广东省/深圳市", "440307 广东省/深圳市/龙岗区", "440307003 广东省/深圳市/龙岗区/平湖街道");
    }

    @Test
    void readsLinesThatEndAsOnWindows() {
        assertThat(read((HEAD + TREE).replace("\n", "\r\n")).all())
                .isEqualTo(read(HEAD + TREE).all());
    }

    @Test
    void readsALevelLeftOut() {
        Divisions divisions = read("edition 2031\ndivisions 3\n44 广东省\n 19 东莞市\n  00003 东城街道\n");

        assertThat(divisions.byCode("441900003").parent()).contains(divisions.byCode("4419"));
    }

    @Test
    void readsAnEmptyList() {
        Divisions none = read("edition 2031\ndivisions 0\n");

        assertThat(none.all()).isEmpty();
        assertThat(none.provinces()).isEmpty();
        assertThatThrownBy(() -> none.byCode("44")).isInstanceOf(UnknownIdException.class);
        assertThatThrownBy(() -> none.byPath("广东省")).isInstanceOf(UnknownIdException.class);
    }

    @Test
    void keepsSiblingsOfOneNameApartByCode() {
        Divisions divisions = read("edition 2031\ndivisions 3\n44 广东省\n 03 深圳市\n 04 深圳市\n");

        assertThatThrownBy(() -> divisions.byPath("广东省/深圳市"))
                .asInstanceOf(type(AmbiguousDivisionException.class))
                .returns(divisions.children("44"), AmbiguousDivisionException::candidates);
    }

    static List<Arguments> malformed() {
        return List.of(
                Arguments.of("", 1, "'edition' and a number, got nothing"),
                Arguments.of("# only a comment\n", 2, "'edition' and a number, got nothing"),
                Arguments.of("\uFEFF" + HEAD + TREE, 1, "'edition' and a number, got '\uFEFF# a comment'"),
                Arguments.of("edition next\n", 1, "'edition' and a number, got 'edition next'"),
                Arguments.of("edition 2031\n44 广东省\n", 2, "'divisions' and a number, got '44 广东省'"),
                Arguments.of(
                        "edition 2031\ndivisions 99999999999\n",
                        2,
                        "'divisions' and a number, got 'divisions 99999999999'"),
                Arguments.of(HEAD + TREE.replace("   003 平湖街道\n", ""), 7, "4 divisions, got the end after 3"),
                Arguments.of(HEAD + TREE + "45 广西壮族自治区\n", 9, "4 divisions, got the end after 5"),
                Arguments.of(HEAD + TREE + "\n", 8, "spaces, digits, one space and a name, got nothing"),
                Arguments.of(HEAD + " 44 广东省\n", 4, "no more than 0 spaces, got ' 44 广东省'"),
                Arguments.of(HEAD + "44 广东省\n   07 龙岗区\n", 5, "no more than 1 spaces, got '   07 龙岗区'"),
                Arguments.of(HEAD + TREE + "    002 良安田社区\n", 8, "no more than 3 spaces, got '    002 良安田社区'"),
                Arguments.of(HEAD + "4403 深圳市\n", 4, "a code of 2 digits, got '4403 深圳市'"),
                Arguments.of(HEAD + "4 广东省\n", 4, "a code of 2 digits, got '4 广东省'"),
                Arguments.of(
                        HEAD + "44 广东省\n 3 深圳市\n",
                        5,
                        "digits that make a longer code of 4, 6 or 9 digits out of 44, got ' 3 深圳市'"),
                Arguments.of(HEAD + "44 广东省\n  深圳市\n", 5, "no more than 1 spaces, got '  深圳市'"),
                Arguments.of(
                        HEAD + "44 广东省\n 00 广东省\n",
                        5,
                        "digits that are not all 0, which would spell the code above once more, got ' 00 广东省'"),
                Arguments.of(HEAD + "44 广东省\n44 广东省\n", 5, "a code above 44, got '44 广东省'"),
                Arguments.of(HEAD + "44 广东省\n 04 珠海市\n 03 深圳市\n", 6, "a code above 4404, got ' 03 深圳市'"),
                Arguments.of(HEAD + "44\n", 4, "spaces, digits, one space and a name, got '44'"),
                Arguments.of(HEAD + "44 \n", 4, "spaces, digits, one space and a name, got '44 '"),
                Arguments.of(HEAD + "44  广东省\n", 4, "spaces, digits, one space and a name, got '44  广东省'"),
                Arguments.of(HEAD + "44\t广东省\n", 4, "spaces, digits, one space and a name, got '44\t广东省'"),
                Arguments.of(
                        HEAD + "44 广东/省\n",
                        4,
                        "a name without a slash, which stands between the names of a path, got '44 广东/省'"),
                Arguments.of(HEAD + "44 广东\uFFFD\n", 4, "a name in UTF-8, got '44 广东\uFFFD'"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAMalformedListAtItsLine(String text, int line, String reason) {
        assertThatThrownBy(() -> read(text))
                .hasMessage("Malformed list of divisions, line " + line + ": expected " + reason)
                .asInstanceOf(type(DivisionFormatException.class))
                .returns(line, DivisionFormatException::line);
    }

    @Test
    void refusesAnotherCharset() {
        ByteSource gbk = ByteSource.wrap((HEAD + TREE).getBytes(Charset.forName("GBK")));

        assertThatThrownBy(() -> Divisions.read(gbk))
                .isInstanceOf(DivisionFormatException.class)
                .hasMessageStartingWith("Malformed list of divisions, line 4: expected a name in UTF-8, got '44 ");
    }

    @Test
    void passesOnThatASourceCannotBeRead() {
        ByteSource broken = new ByteSource() {
            @Override
            public InputStream openStream() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> Divisions.read(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
    }

    @Property
    void readsEveryTreeBackFromItsOutline(@ForAll("trees") SortedMap<String, String> names) {
        Divisions divisions = read(outline(names));

        assertThat(divisions.all().stream().map(Division::code)).containsExactlyElementsOf(names.keySet());
        for (Division division : divisions.all()) {
            String code = division.code();
            List<String> below = names.keySet().stream()
                    .filter(other -> other.startsWith(code))
                    .toList();

            assertThat(division.name()).isEqualTo(names.get(code));
            assertThat(division.parent().map(Division::code).orElse("")).isEqualTo(codeAbove(names, code));
            assertThat(divisions.subtree(code).stream().map(Division::code)).containsExactlyElementsOf(below);
            assertThat(divisions.children(code).stream().map(Division::code))
                    .containsExactlyElementsOf(below.stream()
                            .filter(other -> codeAbove(names, other).equals(code))
                            .toList());
            assertThat(divisions.find(division.path())).contains(division);
        }
    }

    /** Provinces of up to 40 townships, some of whose counties and prefectures are there and some not. */
    @Provide
    Arbitrary<SortedMap<String, String>> trees() {
        Arbitrary<String> codes = Arbitraries.integers()
                .between(0, 3 * 3 * 3 * 3 - 1)
                .map(n -> "1" + (1 + n / 27) + "0" + (1 + n / 9 % 3) + "0" + (1 + n / 3 % 3) + "00" + (1 + n % 3));
        Arbitrary<String> names = Arbitraries.of("甲市", "乙区", "丙镇", "丁街道", "戊（园区）");
        return Arbitraries.maps(codes, names)
                .ofMaxSize(40)
                .flatMap(towns -> Arbitraries.of(true, false)
                        .list()
                        .ofSize(towns.size() * 2)
                        .map(kept -> withSomeAbove(towns, kept)));
    }

    private static SortedMap<String, String> withSomeAbove(Map<String, String> towns, List<Boolean> kept) {
        SortedMap<String, String> names = new TreeMap<>(towns);
        List<String> codes = new ArrayList<>(towns.keySet());
        for (int i = 0; i < codes.size(); i++) {
            names.put(codes.get(i).substring(0, 2), "省");
            if (kept.get(2 * i)) {
                names.put(codes.get(i).substring(0, 4), "市");
            }
            if (kept.get(2 * i + 1)) {
                names.put(codes.get(i).substring(0, 6), "县");
            }
        }
        return names;
    }

    private static String outline(SortedMap<String, String> names) {
        StringBuilder text = new StringBuilder("edition 2031\ndivisions " + names.size() + "\n");
        names.forEach((code, name) -> {
            int depth = 0;
            for (String above = codeAbove(names, code); !above.isEmpty(); above = codeAbove(names, above)) {
                depth++;
            }
            text.append(" ".repeat(depth));
            text.append(code.substring(codeAbove(names, code).length()));
            text.append(' ').append(name).append('\n');
        });
        return text.toString();
    }

    /** The longest code of the tree that the code begins with, empty for a province. */
    private static String codeAbove(SortedMap<String, String> names, String code) {
        return names.headMap(code).keySet().stream().filter(code::startsWith).reduce("", (shorter, longer) -> longer);
    }

    private static Divisions read(String text) {
        return Divisions.read(CharSource.wrap(text).asByteSource(StandardCharsets.UTF_8));
    }
}
