package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final Language FR = Language.of("fr");
    private static final Language SW = Language.of("sw");

    @ParameterizedTest
    @CsvSource({"zh,zh", "ZH,zh", "EN,en", "pt-br,pt-BR", "ZH-hant-tw,zh-Hant-TW", "fil,fil", "sr-Latn,sr-Latn"})
    void aTagHasItsUsualLetters(String tag, String usual) {
        assertThat(Language.of(tag)).hasToString(usual).isEqualTo(Language.valueOf(usual));
        assertThat(Language.of(tag).tag()).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "f",
                "und",
                "fr_FR",
                "fr-",
                "-fr",
                "français",
                "中文",
                "fr-a",
                "toolongword",
                "en-US-US"
            })
    void whatIsNoTagIsRefused(String tag) {
        assertThatThrownBy(() -> Language.of(tag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a language as a tag of BCP 47 such as zh, en, fr or pt-BR, got '" + tag + "'");
    }

    @Test
    void theLibrarySpeaksChineseToChineseAndEnglishToOthers() {
        assertThat(Language.of("zh-Hant").ofWords()).isSameAs(Language.ZH);
        assertThat(Language.of("zh")).isSameAs(Language.ZH);
        assertThat(FR.ofWords()).isSameAs(Language.EN);
        assertThat(FR.isChinese()).isFalse();
        assertThat(Language.of("zha").isKindOf(Language.ZH)).isFalse();
    }

    @Test
    void aTextIsReadInTheNearestLanguage() {
        LocalizedText text = LocalizedText.of(ImmutableMap.of(
                SW, "Ardhi", Language.EN, "Land", Language.of("pt-BR"), "Terra", Language.of("zh-Hant"), "土地"));

        assertThat(List.of("sw", "en", "en-GB", "en-GB-oxendict", "pt", "pt-PT", "zh", "zh-Hant-HK", "fr", "de-CH"))
                .extracting(tag -> text.in(Language.of(tag)))
                .containsExactly("Ardhi", "Land", "Land", "Land", "Terra", "Terra", "土地", "土地", "Ardhi", "Ardhi");
        assertThat(text.first()).isEqualTo("Ardhi");
        assertThat(text.zh()).isEqualTo("土地");
        assertThat(text.texts().keySet().iterator().next()).isEqualTo(SW);
    }

    @Test
    void textsThatSayTheSameInTheSameLanguagesAreEqual() {
        LocalizedText one = LocalizedText.of("土地", "Land");

        assertThat(one)
                .isEqualTo(LocalizedText.of(Language.EN, "Land").with(Language.ZH, "土地"))
                .hasSameHashCodeAs(LocalizedText.of(Language.EN, "Land").with(Language.ZH, "土地"))
                .isNotEqualTo(one.with(FR, "Terre"))
                .hasToString("{zh=土地, en=Land}");
        assertThat(one.with(FR, "Terrain").with(FR, "Terre").in(FR)).isEqualTo("Terre");
        assertThatThrownBy(() -> one.with(FR, " ")).hasMessage("expected a text in fr, got ' '");
        assertThatThrownBy(() -> LocalizedText.of(ImmutableMap.of()))
                .hasMessage("expected a text in one language or more, got none");
        assertThatThrownBy(() -> LocalizedText.of("", "Land"))
                .hasMessage("expected a text in zh and in en, got zh '' and en 'Land'");
    }

    @Test
    void wordsOfAProgramAreAddedToACatalogueInItsLanguages() {
        LocalizedText words = LocalizedText.of("项目", "Projects");

        assertThat(words.within(ImmutableSet.of())).isSameAs(words);
        assertThat(words.within(ImmutableSet.of(SW, Language.EN)))
                .isEqualTo(LocalizedText.of(SW, "Projects").with(Language.EN, "Projects"));
        assertThat(words.within(ImmutableSet.of(FR))).isEqualTo(LocalizedText.of(FR, "Projects"));
        assertThat(words.within(ImmutableSet.of(Language.of("zh-Hans"))))
                .isEqualTo(LocalizedText.of(Language.of("zh-Hans"), "项目"));
    }
}
