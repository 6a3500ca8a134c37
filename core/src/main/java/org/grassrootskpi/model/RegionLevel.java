package org.grassrootskpi.model;

/**
 * The levels of China's administrative divisions, from the whole country down to the household.
 *
 * <p>Down to the community the names follow the statistical code: digits 1-2 are the province, 3-4 the prefecture, 5-6
 * the county, 7-9 the township (subdistricts and towns), 10-12 the community or village. Below it they are the levels
 * of grid management (网格化管理). An earlier constant contains a later one; a tree may leave levels out.
 */
public enum RegionLevel {
    /** 全国. */
    COUNTRY,
    /** 省, 直辖市, 自治区. */
    PROVINCE,
    /** 地级市, for example Shenzhen. */
    PREFECTURE,
    /** 区 or 县, for example Longgang. */
    COUNTY,
    /** 街道, 镇 or 乡, for example Pinghu. */
    TOWNSHIP,
    /** 社区 or 村. */
    COMMUNITY,
    /** 网格. */
    GRID,
    /** 小区. */
    ESTATE,
    /** 微网格. */
    MICRO_GRID,
    /** 楼栋. */
    BUILDING,
    /** 单元. */
    ENTRANCE,
    /** 户. */
    HOUSEHOLD
}
