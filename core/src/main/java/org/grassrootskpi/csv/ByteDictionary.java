package org.grassrootskpi.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers by the UTF-8 bytes of their names, looked up in place so that a row costs no objects.
 *
 * <p>An open-addressing table of four longs an entry: the first and the second eight bytes of the name, its length with the
 * number, and where the whole name is kept, which only names of more than sixteen bytes need. A look-up reads up to
 * {@link #SLACK} bytes behind the name, which must exist and may hold anything.
 */
final class ByteDictionary {
    /** The number of a name that is not in the dictionary. */
    static final int ABSENT = -1;

    /** Bytes that an array must have behind the last name that is looked up in it. */
    static final int SLACK = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORDS = 4;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] slots;
    private int mask;
    private int size;
    private byte[] names = new byte[64];
    private int namesEnd;

    ByteDictionary(int expected) {
        int capacity = Integer.highestOneBit(Math.max(4, expected)) << 2;
        slots = new long[WORDS * capacity];
        mask = capacity - 1;
    }

    /** Returns the number of names. */
    int size() {
        return size;
    }

    /** Returns the number of a name, or {@link #ABSENT}. */
    int get(byte[] bytes, int from, int to) {
        int length = to - from;
        long first = head(bytes, from, length);
        long second = length > Long.BYTES ? head(bytes, from + Long.BYTES, length - Long.BYTES) : 0;
        long[] table = slots;
        for (int slot = hash(first, second, length, bytes, to) & mask; ; slot = (slot + 1) & mask) {
            int at = slot * WORDS;
            long entry = table[at + 2];
            if (entry == 0) {
                return ABSENT;
            }
            if (table[at] == first && table[at + 1] == second && entry >>> Integer.SIZE == length + 1) {
                if (length <= 2 * Long.BYTES || isNamed((int) table[at + 3], bytes, from, to)) {
                    return (int) entry;
                }
            }
        }
    }

    /** Adds a name that is not there yet. */
    void put(byte[] bytes, int from, int to, int number) {
        if (2 * size > mask) {
            grow();
        }
        int length = to - from;
        byte[] name = Arrays.copyOfRange(bytes, from, to + SLACK);
        long first = head(name, 0, length);
        long second = length > Long.BYTES ? head(name, Long.BYTES, length - Long.BYTES) : 0;
        if (namesEnd + length + SLACK > names.length) {
            names = Arrays.copyOf(names, Math.max(2 * names.length, namesEnd + length + SLACK));
        }
        System.arraycopy(name, 0, names, namesEnd, length);
        insert(hash(first, second, length, name, length), first, second, (long) (length + 1) << 32 | number, namesEnd);
        namesEnd += length;
        size++;
    }

    /** Adds a name that is not there yet. */
    void put(String name, int number) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        put(Arrays.copyOf(bytes, bytes.length + SLACK), 0, bytes.length, number);
    }

    private void insert(int hash, long first, long second, long entry, long nameAt) {
        int slot = hash & mask;
        while (slots[slot * WORDS + 2] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot * WORDS] = first;
        slots[slot * WORDS + 1] = second;
        slots[slot * WORDS + 2] = entry;
        slots[slot * WORDS + 3] = nameAt;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        mask = 2 * mask + 1;
        for (int at = 0; at < old.length; at += WORDS) {
            long entry = old[at + 2];
            if (entry != 0) {
                int length = (int) (entry >>> Integer.SIZE) - 1;
                int end = (int) old[at + 3] + length;
                insert(hash(old[at], old[at + 1], length, names, end), old[at], old[at + 1], entry, old[at + 3]);
            }
        }
    }

    private boolean isNamed(int nameAt, byte[] bytes, int from, int to) {
        return Arrays.equals(names, nameAt, nameAt + to - from, bytes, from, to);
    }

    /** Returns up to eight bytes as a number, those behind the length as zeros. */
    private static long head(byte[] bytes, int from, int length) {
        long word = (long) LONGS.get(bytes, from);
        return length >= Long.BYTES ? word : word & ((1L << (Byte.SIZE * length)) - 1);
    }

    /** Mixes both words and, of a long name, its last eight bytes. */
    private static int hash(long first, long second, int length, byte[] bytes, int to) {
        long mixed = (first ^ Long.rotateLeft(second * SPREAD, 29)) * SPREAD + length;
        if (length > 2 * Long.BYTES) {
            mixed = (mixed ^ (long) LONGS.get(bytes, to - Long.BYTES)) * SPREAD;
        }
        return (int) (mixed >>> Integer.SIZE);
    }
}
