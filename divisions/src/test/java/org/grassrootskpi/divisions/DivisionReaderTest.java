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
    private static final String HEAD = "# a comment\nedition\t2031\ndivisions\t4\n";
    private static final String TREE = "44\t广东省\n4403\t深圳市\n440307\t龙岗区\n440307003\t平湖街道\n";

    @Test
    void readsCodesAndNames() {
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
    void readsOverCommentsBlankLinesAndAByteOrderMark() {
        assertThat(read("\uFEFF" + HEAD + "\n# towns\n" + TREE + "\n").all())
                .isEqualTo(read(HEAD + TREE).all());
    }

    @Test
    void readsALevelLeftOut() {
        Divisions divisions = read("edition\t2031\ndivisions\t3\n44\t广东省\n4419\t东莞市\n441900003\t东城街道\n");

        assertThat(divisions.byCode("441900003").parent()).contains(divisions.byCode("4419"));
    }

    @Test
    void readsAnEmptyList() {
        Divisions none = read("edition\t2031\ndivisions\t0\n");

        assertThat(none.all()).isEmpty();
        assertThat(none.provinces()).isEmpty();
        assertThatThrownBy(() -> none.byCode("44")).isInstanceOf(UnknownIdException.class);
        assertThatThrownBy(() -> none.byPath("广东省")).isInstanceOf(UnknownIdException.class);
    }

    @Test
    void keepsSiblingsOfOneNameApartByCode() {
        Divisions divisions = read("edition\t2031\ndivisions\t3\n44\t广东省\n4403\t深圳市\n4404\t深圳市\n");

        assertThatThrownBy(() -> divisions.byPath("广东省/深圳市"))
                .asInstanceOf(type(AmbiguousDivisionException.class))
                .returns(divisions.children("44"), AmbiguousDivisionException::candidates);
    }

    static List<Arguments> malformed() {
        String edition = "'edition', a tab and a number, got ";
        String count = "'divisions', a tab and a number, got ";
        String row = "a code, a tab and a name, got ";
        return List.of(
                Arguments.of("", 1, edition + "the end"),
                Arguments.of("# only a comment\n", 1, edition + "the end"),
                Arguments.of("edition\tnext\n", 1, edition + "'edition\tnext'"),
                Arguments.of("edition 2031\n", 1, edition + "'edition 2031'"),
                Arguments.of("edition\t2031\n44\t广东省\n", 2, count + "'44\t广东省'"),
                Arguments.of("edition\t2031\n", 2, count + "the end"),
                Arguments.of("edition\t2031\ndivisions\t99999999999\n", 2, count + "'divisions\t99999999999'"),
                Arguments.of(HEAD + TREE.replace("440307003\t平湖街道\n", ""), 7, "4 divisions, got the end after 3"),
                Arguments.of(HEAD + TREE + "45\t广西壮族自治区\n", 9, "4 divisions, got the end after 5"),
                Arguments.of(
                        HEAD + TREE + "440307003002\t良安田社区\n",
                        8,
                        "a code of 4, 6 or 9 digits below 440307003, got '440307003002\t良安田社区'"),
                Arguments.of(HEAD + "4403\t深圳市\n", 4, "a code of 2 digits, got '4403\t深圳市'"),
                Arguments.of(HEAD + "4\t广东省\n", 4, "a code of 2 digits, got '4\t广东省'"),
                Arguments.of(HEAD + "44\t广东省\n443\t深圳市\n", 5, "a code of 4, 6 or 9 digits below 44, got '443\t深圳市'"),
                Arguments.of(HEAD + "44\t广东省\n\t深圳市\n", 5, row + "'\t深圳市'"),
                Arguments.of(HEAD + "44\t广东省\n４４03\t深圳市\n", 5, row + "'４４03\t深圳市'"),
                Arguments.of(
                        HEAD + "44\t广东省\n4400\t广东省\n",
                        5,
                        "digits that are not all 0, which would spell the code above once more, got '4400\t广东省'"),
                Arguments.of(HEAD + "44\t广东省\n44\t广东省\n", 5, "a code above 44, got '44\t广东省'"),
                Arguments.of(HEAD + "44\t广东省\n4404\t珠海市\n4403\t深圳市\n", 6, "a code above 4404, got '4403\t深圳市'"),
                Arguments.of(HEAD + "44\n", 4, row + "'44'"),
                Arguments.of("edition\t2031\ndivisions\t1\n44\t\n", 3, row + "'44\t'"),
                Arguments.of(HEAD + "44\t广东省\t粤\n", 4, row + "'44\t广东省\t粤'"),
                Arguments.of(HEAD + "44 广东省\n", 4, row + "'44 广东省'"),
                Arguments.of(
                        "edition\t2031\ndivisions\t1\n44\t广东/省\n",
                        3,
                        "a name without a slash, which is put between the names of a path, got '44\t广东/省'"),
                Arguments.of("edition\t2031\ndivisions\t1\n44\t广东\uFFFD\n", 3, "a name in UTF-8, got '44\t广东\uFFFD'"));
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
                .hasMessageStartingWith("Malformed list of divisions, line 4: expected a name in UTF-8, got '44\t");
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
    void readsEveryTreeBackFromItsLines(@ForAll("trees") SortedMap<String, String> names) {
        Divisions divisions = read(list(names));

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

    private static String list(SortedMap<String, String> names) {
        StringBuilder text = new StringBuilder("edition\t2031\ndivisions\t" + names.size() + "\n");
        names.forEach(
                (code, name) -> text.append(code).append('\t').append(name).append('\n'));
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
