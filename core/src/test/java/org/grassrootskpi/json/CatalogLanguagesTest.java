package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.Sector;
import org.junit.jupiter.api.Test;

/** The languages of a catalogue's texts. */
class CatalogLanguagesTest {
    private static Catalog read(String... files) {
        ImmutableMap.Builder<String, ByteSource> sources = ImmutableMap.builder();
        for (int i = 0; i < files.length; i++) {
            sources.put((i + 1) + ".json", ByteSource.wrap(files[i].getBytes(StandardCharsets.UTF_8)));
        }
        return CatalogJson.read(sources.buildOrThrow());
    }

    private static List<String> problems(String... files) {
        return catchThrowableOfType(CatalogException.class, () -> read(files)).problems().stream()
                .map(Problem::describe)
                .toList();
    }

    private static String sector(String name) {
        return "{\"sectors\": [{\"id\": \"land\", \"name\": " + name + "}]}";
    }

    @Test
    void withoutLanguagesATextIsInChineseAndInEnglish() {
        assertThat(problems(sector("{\"zh\": \"土地\"}")))
                .containsExactly(
                        "1.json:1:37 (sectors[0].name): '土地' is not in en, but a catalogue is in zh and in en unless its"
                                + " \"languages\" say otherwise");
        assertThat(problems(sector("{\"zh\": \"土地\", \"en\": \"Land\", \"fr\": \"Terre\"}")))
                .containsExactly(
                        "1.json:1:70 (sectors[0].name.fr): 'fr' is none of the catalogue's languages zh, en: add it to"
                                + " \"languages\", or correct it");
        assertThat(CatalogJson.toJson(read(sector("{\"en\": \"Land\", \"zh\": \"土地\"}"))))
                .isEqualTo("""
                        {
                          "sectors": [
                            {
                              "id": "land",
                              "name": {
                                "zh": "土地",
                                "en": "Land"
                              }
                            }
                          ]
                        }
                        """);
    }

    @Test
    void everyTextIsInTheFirstLanguageAndTheOthersAreOptional() {
        Catalog catalog = read(sector("{\"en\": \"Land\", \"fr\": \"Terre\"}"), "{\"languages\": [\"fr\", \"en\"]}");

        assertThat(catalog.languages()).containsExactly(Language.of("fr"), Language.EN);
        assertThat(catalog.sector("land").name().first()).isEqualTo("Terre");
        assertThat(catalog.sector("land").name().in(Language.ZH)).isEqualTo("Terre");
        assertThat(read(CatalogJson.toJson(catalog))).isEqualTo(catalog);
        assertThat(read("{\"languages\": [\"fr\", \"en\"]}", sector("{\"fr\": \"Terre\"}"))
                        .sector("land")
                        .name()
                        .en())
                .isEqualTo("Terre");
        assertThat(problems("{\"languages\": [\"fr\", \"en\"]}", sector("{\"en\": \"Land\"}")))
                .containsExactly(
                        "2.json:1:37 (sectors[0].name): 'Land' is not in fr, the first of the catalogue's languages, in which"
                                + " every text is");
    }

    @Test
    void tagsAreChecked() {
        assertThat(problems("{\"languages\": [\"fr\", \"e\", \"fr\", 7]}"))
                .containsExactly(
                        "1.json:1:22 (languages[1]): Expected a language as a tag of BCP 47 such as zh, en, fr or pt-BR, got 'e'",
                        "1.json:1:27 (languages[2]): 'fr' is there already",
                        "1.json:1:33 (languages[3]): expected a text, got 7");
        assertThat(problems("{\"languages\": []}"))
                .containsExactly("1.json:1:15 (languages): expected languages such as [\"fr\", \"en\"], got []");
        assertThat(problems(sector("{\"zh\": \"土地\", \"en\": \"Land\", \"f\": \"Terre\"}")))
                .containsExactly(
                        "1.json:1:69 (sectors[0].name.f): Expected a language as a tag of BCP 47 such as zh, en, fr or pt-BR,"
                                + " got 'f'");
        assertThat(problems(sector("{\"zh\": \" \", \"en\": 7}")))
                .containsExactly(
                        "1.json:1:44 (sectors[0].name.zh): expected a text, got ' '",
                        "1.json:1:55 (sectors[0].name.en): expected a text, got VALUE_NUMBER_INT");
        assertThat(problems(sector("{}")))
                .containsExactly(
                        "1.json:1:37 (sectors[0].name): expected a text in one language or more, such as {\"zh\": \"土地\","
                                + " \"en\": \"Land\"}");
        assertThat(problems(sector("{\"zh\": \"土地\", \"en\": \"Land\", \"EN\": \"Soil\"}")))
                .containsExactly("1.json:1:70 (sectors[0].name.EN): is a second text in 'EN'");
    }

    @Test
    void theFilesOfACatalogueHaveOneListOfLanguages() {
        assertThat(problems("{\"languages\": [\"fr\"]}", "{\"languages\": [\"en\"]}"))
                .containsExactly(
                        "2.json:1:15 (languages): file '1.json' says [fr], and this one [en]: a catalogue has one list of"
                                + " languages; leave it out of all files but one");
        Catalog french = Catalog.builder().addLanguages(Language.of("fr")).build();
        assertThatThrownBy(() ->
                        CatalogJson.toJsonAdditions(french, Catalog.builder().build()))
                .hasMessage("Expected catalogues of the same languages, got [fr] and []");
    }

    @Test
    void catalogsThatAreJoinedKeepTheirLanguages() {
        Catalog french = Catalog.builder()
                .addLanguages(Language.of("fr"), Language.EN)
                .addSectors(Sector.builder()
                        .id("land")
                        .name(LocalizedText.of(Language.of("fr"), "Terre"))
                        .build())
                .build();

        assertThat(Catalog.builder()
                        .from(french)
                        .from(french.asKnownOn(LocalDate.EPOCH))
                        .sectors(french.sectors())
                        .build())
                .isEqualTo(french);
    }
}
