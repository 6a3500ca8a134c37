package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteDictionaryTest {
    /** Looks a name up in the middle of other bytes. */
    private static int get(ByteDictionary dictionary, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] among = new byte[bytes.length + 3 + ByteDictionary.SLACK];
        Arrays.fill(among, (byte) 'x');
        System.arraycopy(bytes, 0, among, 3, bytes.length);
        return dictionary.get(among, 3, 3 + bytes.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "440307", "440307003", "a-name-of-sixteen-bytes-and-more-", "街道"})
    void findsEveryNameAndNoOther(String prefix) {
        ByteDictionary dictionary = new ByteDictionary(1);
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i += 2) {
            dictionary.put(prefix + (10_000 + i), i);
            expected.put(prefix + (10_000 + i), i);
        }

        Map<String, Integer> found = new LinkedHashMap<>();
        expected.keySet().forEach(name -> found.put(name, get(dictionary, name)));

        assertThat(found).isEqualTo(expected);
        assertThat(dictionary.size()).isEqualTo(10_000);
        assertThat(IntStream.range(0, 10_000).map(i -> get(dictionary, prefix + (10_001 + 2 * i))))
                .containsOnly(ByteDictionary.ABSENT);
        assertThat(get(dictionary, prefix + "1")).isEqualTo(ByteDictionary.ABSENT);
    }
}
