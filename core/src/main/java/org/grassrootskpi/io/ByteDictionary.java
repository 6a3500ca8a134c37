package org.grassrootskpi.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers for texts that stand as UTF-8 bytes in a larger array: looked up without making a text of them. */
final class ByteDictionary {
    private static final int ABSENT = -1;

    private byte[] @Nullable [] keys = new byte[64][];
    private int[] values = new int[64];
    private int size;

    void put(String text, int value) {
        put(text.getBytes(StandardCharsets.UTF_8), value);
    }

    private void put(byte[] key, int value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int slot = slot(key, 0, key.length);
        if (keys[slot] == null) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /** The number of a text, or -1 if it has none. */
    int get(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        return keys[slot] == null ? ABSENT : values[slot];
    }

    int size() {
        return size;
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int mask = keys.length - 1;
        // Fibonacci hashing spreads codes that differ in their last digits only.
        int slot = (hash * 0x9E3779B9) >>> 7 & mask;
        for (byte[] key = keys[slot]; key != null; key = keys[slot]) {
            if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        byte[] @Nullable [] oldKeys = keys;
        int[] oldValues = values;
        keys = new byte[2 * oldKeys.length][];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            byte[] key = oldKeys[i];
            if (key != null) {
                int slot = slot(key, 0, key.length);
                keys[slot] = key;
                values[slot] = oldValues[i];
            }
        }
    }
}
