package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small tables with the traits of well-known public ones, from a file to the first right answer. The figures are invented. */
class PublicTablesTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    /** Provinces in rows, years in columns, 亿元 in the title, the national total among the rows, in the charset of old spreadsheets. */
    @Test
    void provincesByYearInGb18030() throws IOException {
        ImportedTable gdp =
                TableImport.of(file("gdp.csv", """
                        分省地区生产总值（单位：亿元）,,,
                        地区,2021年,2022年,2023年
                        全国,300.5,330.25,350
                        北京,100.25,110.25,120
                        广东省,200.25,220,230
                        注：数据为快报数。,,,
                        """, Charset.forName("GB18030"))).read();

        ResultTable answer = gdp.engine()
                .execute(Query.select(gdp.indicator("分省地区生产总值").id())
                        .groupBy(Dimension.period(Frequency.ANNUAL))
                        .measures(Measure.sum()));
        assertThat(answer.toString()).isEqualTo("""
                indicator    period       sum (CNY)
                indicator-1  2021    30,050,000,000
                indicator-1  2022    33,025,000,000
                indicator-1  2023    35,000,000,000
                source PROVINCE, ANNUAL: indicator-1
                """);
        assertThat(gdp.questions())
                .contains("regionsLeftOut: 全国 look like totals of the other regions; their rows are left out");
    }

    /** Many indicators in columns, three levels of regions, academic years, suppressed cells, a total member. */
    @Test
    void exclusionsBySchoolType() throws IOException {
        ImportedTable exclusions = TableImport.of(file("exclusions.csv", """
                        time_period,time_identifier,region_name,region_code,la_name,new_la_code,school_type,perm_total,perm_rate
                        201617,Academic year,North East,E12000001,Durham,E06000047,Primary,4,0.01
                        201617,Academic year,North East,E12000001,Durham,E06000047,Secondary,x,x
                        201617,Academic year,North East,E12000001,Durham,E06000047,Total,12,0.02
                        201617,Academic year,North East,E12000001,Gateshead,E08000037,Primary,1,0.03
                        201617,Academic year,North East,E12000001,Gateshead,E08000037,Secondary,2,0.04
                        201617,Academic year,North East,E12000001,Gateshead,E08000037,Total,3,0.05
                        """)).read();

        assertThat(exclusions
                        .engine()
                        .execute(Query.select("perm_total").groupBy(Dimension.period(Frequency.ANNUAL)))
                        .toString())
                .isEqualTo("""
                        indicator   period  value
                        perm_total  2016       15
                        source LA, ANNUAL: perm_total
                        """);
    }

    /** Eurostat's form: a key of several parts in the first column, years as columns, flags glued to values. */
    @Test
    void incomeOfEurostat() throws IOException {
        ImportedTable income = TableImport.of(file("ilc_di03.tsv", """
                        freq,age,sex,indic_il,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021
                        A,TOTAL,T,MED_E,EUR,DE\t23515 \t25989 b\t:
                        A,TOTAL,T,MED_E,EUR,EU27_2020\t17000 \t17500 \t18000 e
                        A,TOTAL,T,MED_E,EUR,FR\t22600 \t22700 p\t23053 bp
                        A,Y18-24,T,MED_E,EUR,DE\t20000 \t: c\t21000
                        """)).read();

        ResultTable answer = income.engine()
                .execute(Query.select("MED_E")
                        .where("age", "TOTAL")
                        .groupBy(Dimension.region(RegionLevel.COUNTRY), Dimension.period(Frequency.ANNUAL)));
        assertThat(answer.toString()).isEqualTo("""
                        indicator  region  period     value (EUR)
                        MED_E      DE      2019            23,515
                        MED_E      DE      2020            25,989 (break)
                        MED_E      DE      2021    no observation (0/1, missing)
                        MED_E      FR      2019            22,600
                        MED_E      FR      2020            22,700 (provisional)
                        MED_E      FR      2021            23,053 (break)
                        source COUNTRY, ANNUAL: MED_E
                        """);
    }

    private static String show(ImportedTable table, Query query) {
        return table.engine().execute(query) + String.join("\n", table.questions());
    }

    /** World Bank: lines of a title, years as columns, groups of countries among countries. */
    @Test
    void populationOfTheWorldBank() throws IOException {
        ImportedTable population =
                TableImport.of(file("API_SP.POP.TOTL.csv", """
                        "Data Source","World Development Indicators",

                        "Last Updated Date","2024-06-28",

                        "Country Name","Country Code","Indicator Name","Indicator Code","2020","2021","2022",
                        "Aruba","ABW","Population, total","SP.POP.TOTL","106585","106537","106445",
                        "Arab World","ARB","Population, total","SP.POP.TOTL","449228296","456520777","464684914",
                        "Eritrea","ERI","Population, total","SP.POP.TOTL","","3620312","3684032",
                        "Aruba","ABW","GDP (current US$)","NY.GDP.MKTP.CD","2610038938.5474858","3126019399.4413409","3544707788.0566434",
                        "Eritrea","ERI","GDP (current US$)","NY.GDP.MKTP.CD","","","",
                        """)).read();

        assertThat(show(
                        population,
                        Query.select("SP.POP.TOTL", "NY.GDP.MKTP.CD")
                                .groupBy(
                                        Dimension.indicator(),
                                        Dimension.region(RegionLevel.COUNTRY),
                                        Dimension.period(Frequency.ANNUAL))))
                .isEqualTo("""
                        indicator       region       period              value
                        SP.POP.TOTL     ABW Aruba    2020              106,585
                        SP.POP.TOTL     ABW Aruba    2021              106,537
                        SP.POP.TOTL     ABW Aruba    2022              106,445
                        SP.POP.TOTL     ERI Eritrea  2020       no observation (0/1, missing)
                        SP.POP.TOTL     ERI Eritrea  2021            3,620,312
                        SP.POP.TOTL     ERI Eritrea  2022            3,684,032
                        NY.GDP.MKTP.CD  ABW Aruba    2020    2,610,038,939 USD
                        NY.GDP.MKTP.CD  ABW Aruba    2021    3,126,019,399 USD
                        NY.GDP.MKTP.CD  ABW Aruba    2022    3,544,707,788 USD
                        NY.GDP.MKTP.CD  ERI Eritrea  2020       no observation (0/1, missing)
                        NY.GDP.MKTP.CD  ERI Eritrea  2021       no observation (0/1, missing)
                        NY.GDP.MKTP.CD  ERI Eritrea  2022       no observation (0/1, missing)
                        source COUNTRY, ANNUAL: SP.POP.TOTL, NY.GDP.MKTP.CD
                        regionsLeftOut: ARB look like totals of the other regions; their rows are left out
                        kind: FLOW, what adds up over time, is a guess for NY.GDP.MKTP.CD""");
    }

    @Test
    void populationAsALongList() throws IOException {
        ImportedTable population = TableImport.of(file("population.csv", """
                        Country Name,Country Code,Year,Value
                        Aruba,ABW,2020,106585
                        Aruba,ABW,2021,106537
                        World,WLD,2020,7820205606
                        """)).read();

        assertThat(show(
                        population,
                        Query.select("population")
                                .groupBy(Dimension.region(RegionLevel.COUNTRY), Dimension.period(Frequency.ANNUAL))))
                .isEqualTo("""
                        indicator   region     period    value
                        population  ABW Aruba  2020    106,585
                        population  ABW Aruba  2021    106,537
                        source COUNTRY, ANNUAL: population
                        indicator: no column names one; 'population' is from the title or the name of the file
                        regionsLeftOut: World, WLD look like totals of the other regions; their rows are left out""");
    }

    /** Cumulative counts by day, three levels, codes with zeros behind. */
    @Test
    void casesByCityAndDay() throws IOException {
        ImportedTable cases = TableImport.of(file("cases.csv", """
                        provinceCode,provinceName,cityCode,cityName,date,confirmed,deaths
                        420000,湖北省,420100,武汉市,2020-02-01,4109,224
                        420000,湖北省,420100,武汉市,2020-02-02,5142,265
                        420000,湖北省,420600,襄阳市,2020-02-01,441,2
                        420000,湖北省,420600,襄阳市,2020-02-02,548,2
                        """)).read();

        assertThat(show(
                        cases,
                        Query.select("confirmed")
                                .groupBy(Dimension.region(RegionLevel.PROVINCE), Dimension.period(Frequency.DAILY))))
                .isEqualTo("""
                        indicator  region         period      value
                        confirmed  420000 湖北省  2020-02-01  4,550
                        confirmed  420000 湖北省  2020-02-02  5,690
                        source PREFECTURE, DAILY: confirmed
                        kind: FLOW, what adds up over time, is a guess for deaths""");
    }

    /** A yearbook: a head of two rows whose upper cells are merged, a unit in brackets, a share in percent. */
    @Test
    void yearbookWithAHeadOfTwoRows() throws IOException {
        ImportedTable book = TableImport.of(file("yearbook.csv", """
                        2023年各镇街主要指标,,,,
                        镇街,地区生产总值（亿元）,,年末常住人口（万人）,
                        ,2022年,2023年,2022年,2023年
                        全区,30.5,33.1,20.1,20.5
                        平湖街道,10.5,11.1,12.1,12.5
                        坂田街道,20,22,8,8.0
                        """)).read();

        assertThat(show(
                        book,
                        Query.select(
                                        book.indicator("地区生产总值").id(),
                                        book.indicator("年末常住人口").id())
                                .groupBy(Dimension.indicator(), Dimension.period(Frequency.ANNUAL))))
                .isEqualTo("""
                        indicator    period              value
                        indicator-1  2022    3,050,000,000 CNY
                        indicator-1  2023    3,310,000,000 CNY
                        indicator-2  2022           201,000 人
                        indicator-2  2023           205,000 人
                        source TOWNSHIP, ANNUAL: indicator-1, indicator-2
                        regionsLeftOut: 全区 look like totals of the other regions; their rows are left out
                        kind: FLOW, what adds up over time, is a guess for indicator-1
                        id: made up, to be replaced: indicator-1 = 地区生产总值, indicator-2 = 年末常住人口""");
    }

    /** Years in rows and regions in columns, which only a catalogue knows for regions; decimal commas. */
    @Test
    void yearsInRowsAndRegionsInColumns() throws IOException {
        ImportedTable first = TableImport.of(file("book.csv", "地区,年份,值\n甲社区,2022,1\n乙社区,2022,2\n"))
                .read();
        ImportedTable table =
                TableImport.of(file("spent.csv", """
                        Jahr;甲社区;乙社区
                        2022;1.234,5;2,25
                        2023;1.300,0;-
                        """)).against(first.catalog()).read();

        assertThat(show(
                        table,
                        Query.select("spent")
                                .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.ANNUAL))))
                .isEqualTo("""
                        indicator  region     period           value
                        spent      r1 甲社区  2022           1,234.5
                        spent      r1 甲社区  2023             1,300
                        spent      r2 乙社区  2022              2.25
                        spent      r2 乙社区  2023    no observation (0/1, missing)
                        source COMMUNITY, ANNUAL: spent
                        indicator: no column names one; 'spent' is from the title or the name of the file
                        kind: FLOW, what adds up over time, is a guess for spent""");
    }

    @Test
    void sdmxCsv() throws IOException {
        ImportedTable table = TableImport.of(file("lfs.csv", """
                        DATAFLOW,FREQ,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,DECIMALS
                        ESTAT:LFS(1.0),Q,AT,UNE_RT,F,2024-Q1,4.7,A,PC,0,1
                        ESTAT:LFS(1.0),Q,AT,UNE_RT,M,2024-Q1,5.3,P,PC,0,1
                        ESTAT:LFS(1.0),Q,AT,UNE_RT,_T,2024-Q1,5.0,A,PC,0,1
                        ESTAT:LFS(1.0),Q,BE,UNE_RT,_T,2024-Q1,,M,PC,0,1
                        """)).read();

        assertThat(show(
                        table,
                        Query.select("UNE_RT")
                                .groupBy(
                                        Dimension.region(RegionLevel.COUNTRY),
                                        Dimension.extra("SEX"),
                                        Dimension.period(Frequency.QUARTERLY))))
                .isEqualTo("""
                        indicator  region  SEX  period        value (%)
                        UNE_RT     AT      F    2024-Q1             4.7
                        UNE_RT     AT      M    2024-Q1             5.3 (provisional)
                        UNE_RT     AT      _T   2024-Q1               5
                        UNE_RT     BE      _T   2024-Q1  no observation (0/1, cannot exist)
                        source COUNTRY, QUARTERLY: UNE_RT
                        totals: the member '_T' of 'SEX' looks like the total of the others""");
    }

    @Test
    void yearsAndMonthsInColumnsOfTheirOwn() throws IOException {
        ImportedTable table = TableImport.of(file("hotline.csv", """
                        序号\t街道\t年份\t月份\t受理量（宗）\t按时办结率
                        1\t平湖街道\t2024\t1\t1,234\t99.5%
                        2\t平湖街道\t2024\t2\t超600宗\t98%
                        3\t坂田街道\t2024\t2\t…\t—
                        """)).read();

        assertThat(show(
                        table,
                        Query.select(
                                        table.indicator("受理量").id(),
                                        table.indicator("按时办结率").id())
                                .groupBy(
                                        Dimension.indicator(),
                                        Dimension.region(RegionLevel.TOWNSHIP),
                                        Dimension.period(Frequency.MONTHLY))))
                .isEqualTo("""
                        indicator    region       period            value
                        indicator-1  r1 平湖街道  2024-01        1,234 宗
                        indicator-1  r1 平湖街道  2024-02         >600 宗
                        indicator-1  r2 坂田街道  2024-01  no observation (0/1)
                        indicator-1  r2 坂田街道  2024-02  no observation (0/1, missing)
                        indicator-2  r1 平湖街道  2024-01          99.5 %
                        indicator-2  r1 平湖街道  2024-02            98 %
                        indicator-2  r2 坂田街道  2024-01  no observation (0/1)
                        indicator-2  r2 坂田街道  2024-02  no observation (0/1, missing)
                        source TOWNSHIP, MONTHLY: indicator-1, indicator-2
                        kind: FLOW, what adds up over time, is a guess for indicator-1
                        id: made up, to be replaced: indicator-1 = 受理量, indicator-2 = 按时办结率""");
    }
}
