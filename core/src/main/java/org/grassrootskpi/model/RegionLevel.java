package org.grassrootskpi.model;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/**
 * The level of a region, by its code: {@code TOWNSHIP}, or one that a catalogue declares, such as {@code WARD}.
 *
 * <p>The constants are the levels of China's administrative divisions, from the whole country down to the household. Down to the
 * community their names follow the statistical code: digits 1-2 are the province, 3-4 the prefecture, 5-6 the county, 7-9 the township
 * (subdistricts and towns), 10-12 the community or village. Below it they are the levels of grid management (网格化管理). Every catalogue
 * knows them; a tree may leave levels out. Levels of one's own are declared in {@link Catalog#regionLevels()}.
 *
 * <p>A level is a name. Which contains which is for a catalogue to say: {@link Catalog#levels()}. Immutable.
 */
public final class RegionLevel {
    /** 全国. */
    public static final RegionLevel COUNTRY = new RegionLevel("COUNTRY");
    /** 省, 直辖市, 自治区. */
    public static final RegionLevel PROVINCE = new RegionLevel("PROVINCE");
    /** 地级市, for example Shenzhen. */
    public static final RegionLevel PREFECTURE = new RegionLevel("PREFECTURE");
    /** 区 or 县, for example Longgang. */
    public static final RegionLevel COUNTY = new RegionLevel("COUNTY");
    /** 街道, 镇 or 乡, for example Pinghu. */
    public static final RegionLevel TOWNSHIP = new RegionLevel("TOWNSHIP");
    /** 社区 or 村. */
    public static final RegionLevel COMMUNITY = new RegionLevel("COMMUNITY");
    /** 网格. */
    public static final RegionLevel GRID = new RegionLevel("GRID");
    /** 小区. */
    public static final RegionLevel ESTATE = new RegionLevel("ESTATE");
    /** 微网格. */
    public static final RegionLevel MICRO_GRID = new RegionLevel("MICRO_GRID");
    /** 楼栋. */
    public static final RegionLevel BUILDING = new RegionLevel("BUILDING");
    /** 单元. */
    public static final RegionLevel ENTRANCE = new RegionLevel("ENTRANCE");
    /** 户. */
    public static final RegionLevel HOUSEHOLD = new RegionLevel("HOUSEHOLD");

    private static final ImmutableList<RegionLevel> PREPARED = ImmutableList.of(
            COUNTRY,
            PROVINCE,
            PREFECTURE,
            COUNTY,
            TOWNSHIP,
            COMMUNITY,
            GRID,
            ESTATE,
            MICRO_GRID,
            BUILDING,
            ENTRANCE,
            HOUSEHOLD);
    private static final ImmutableMap<String, RegionLevel> BY_CODE =
            PREPARED.stream().collect(toImmutableMap(RegionLevel::code, Function.identity()));

    private final String code;

    private RegionLevel(String code) {
        this.code = code;
    }

    /** {@return China's levels, which every catalogue knows: each contains those behind it} */
    public static ImmutableList<RegionLevel> prepared() {
        return PREPARED;
    }

    /**
     * Returns the level of a code.
     *
     * @param code one of the constants' names, or the code of a level that a catalogue declares; of the form {@link Catalog#ID_FORM}
     * @return the level
     * @throws IllegalArgumentException if the code has another form
     */
    public static RegionLevel of(String code) {
        RegionLevel prepared = BY_CODE.get(code);
        if (prepared != null) {
            return prepared;
        }
        if (!code.matches(Catalog.ID_FORM)) {
            throw new IllegalArgumentException(
                    "Expected the code of a level such as TOWNSHIP or WARD, of letters and digits, got '" + code + "'");
        }
        return new RegionLevel(code);
    }

    /**
     * Returns the level of a code exactly as {@link #of} does, under the name that web frameworks and other converters of request
     * parameters look for.
     *
     * @param code a code
     * @return the level
     * @throws IllegalArgumentException if the code has another form
     */
    public static RegionLevel valueOf(String code) {
        return of(code);
    }

    /** {@return the code, for example {@code TOWNSHIP}} */
    public String code() {
        return code;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof RegionLevel that && code.equals(that.code));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
