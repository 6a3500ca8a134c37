package org.grassrootskpi.divisions;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division of China as statistics code it, for example {@code 440307003 广东省/深圳市/龙岗区/平湖街道}.
 *
 * <p>It knows the division that it is a part of; {@link Divisions} finds its parts. Some prefectures are not places but
 * group what a province or a municipality administers directly: {@code 市辖区} and {@code 县} below Beijing, Tianjin,
 * Shanghai and Chongqing, {@code 省直辖县级行政区划} below Hubei. Immutable.
 */
public final class Division {
    private final String code;
    private final String name;
    private final @Nullable Division parent;
    private final int index;
    private final int end;

    Division(String code, String name, @Nullable Division parent, int index, int end) {
        this.code = code;
        this.name = name;
        this.parent = parent;
        this.index = index;
        this.end = end;
    }

    /**
     * Returns the statistical code without trailing zeros.
     *
     * @return 2, 4, 6 or 9 digits, by level; for example {@code 440307003}
     */
    public String code() {
        return code;
    }

    /**
     * Returns the Chinese name as the list has it.
     *
     * @return for example {@code 平湖街道}; never blank, without a slash, not unique
     */
    public String name() {
        return name;
    }

    /**
     * Returns the level, which is that of the code.
     *
     * @return from {@link RegionLevel#PROVINCE} to {@link RegionLevel#TOWNSHIP}
     */
    public RegionLevel level() {
        return switch (code.length()) {
            case 2 -> RegionLevel.PROVINCE;
            case 4 -> RegionLevel.PREFECTURE;
            case 6 -> RegionLevel.COUNTY;
            default -> RegionLevel.TOWNSHIP;
        };
    }

    /**
     * Returns the division that this one is a part of. It is mostly one level up, but the towns of a prefecture without counties
     * (东莞市, 中山市, 儋州市) are parts of the prefecture.
     *
     * @return empty for a province
     */
    public Optional<Division> parent() {
        return Optional.ofNullable(parent);
    }

    /**
     * Returns the divisions that this one is a part of, from the province down.
     *
     * @return without this division itself; empty for a province
     */
    public ImmutableList<Division> ancestors() {
        ImmutableList.Builder<Division> ancestors = ImmutableList.builder();
        for (Division above = parent; above != null; above = above.parent) {
            ancestors.add(above);
        }
        return ancestors.build().reverse();
    }

    /**
     * Returns the names from the province down to this division, by which {@link Divisions#byPath} finds it.
     *
     * @return for example {@code 广东省/深圳市/龙岗区/平湖街道}
     */
    public String path() {
        return parent == null ? name : parent.path() + "/" + name;
    }

    /**
     * Returns the position in {@link Divisions#all()}, the pre-order of the tree. The divisions from here to {@link #end()} are
     * this one and everything below it.
     *
     * @return counted from 0
     */
    public int index() {
        return index;
    }

    /**
     * Returns the position behind the last division below this one.
     *
     * @return exclusive; {@code index() + 1} if nothing is below
     */
    public int end() {
        return end;
    }

    /**
     * Converts this division to a region of a catalogue.
     *
     * <p>The list has Chinese names only, and romanising them by rule gets many wrong, so the English name is the
     * Chinese one until you replace it: {@code Region.builder().from(region).name(LocalizedText.of("平湖街道",
     * "Pinghu Subdistrict")).build()}.
     *
     * @return the same code, level and parent; the name in both languages is {@link #name()}
     */
    public Region toRegion() {
        return Region.builder()
                .code(code)
                .name(LocalizedText.of(name, name))
                .level(level())
                .parent(parent().map(Division::code))
                .build();
    }

    /** Returns whether the last name is this division's, and the others are names above it in that order, some left out. */
    boolean answersTo(List<String> names) {
        int last = names.size() - 1;
        if (!name.equals(names.get(last))) {
            return false;
        }
        int unmatched = last;
        for (Division above = parent; above != null && unmatched > 0; above = above.parent) {
            if (above.name.equals(names.get(unmatched - 1))) {
                unmatched--;
            }
        }
        return unmatched == 0;
    }

    /** Compares code, name, place in the list and everything above. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Division that
                && code.equals(that.code)
                && name.equals(that.name)
                && index == that.index
                && end == that.end
                && Objects.equals(parent, that.parent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, name);
    }

    /**
     * Returns code and path.
     *
     * @return for example {@code 440307003 广东省/深圳市/龙岗区/平湖街道}
     */
    @Override
    public String toString() {
        return code + " " + path();
    }
}
