package org.grassrootskpi.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.RegionLevel;

/**
 * Everything that the page shows, with its names, so that nothing else is needed to draw it. Its JSON is described by the
 * resource {@code page.schema.json}.
 */
record PageData(
        Text title,
        String asOf,
        String month,
        int dueSoonDays,
        boolean simulated,
        List<Source> documents,
        Map<String, Integer> states,
        List<SectorTile> sectors,
        List<NumberRow> numbers,
        List<Commitment> commitments,
        List<ProjectRow> projects,
        Optional<Standings> standings,
        Optional<RegionFigures> regions,
        Optional<Check> check) {

    /** A document that figures are taken from. */
    record Source(String id, Text title, Text publisher) {}

    /** The place in a document. */
    record Cited(Text document, String section, String quote) {}

    /** A sector with its most telling numbers, as indices into {@link PageData#numbers()}, and how its commitments are. */
    record SectorTile(
            String id, Text name, int numbers, int commitments, List<Integer> headlines, Map<String, Integer> states) {}

    /** Where a number comes from. */
    enum NumberKind {
        /** An observation of the catalogue. */
        OBSERVATION,
        /** A figure of a part of the region, computed by a query. */
        REGION
    }

    /** Whether more is better. */
    enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /** A number behind the pictures. */
    record NumberRow(
            NumberKind kind,
            String sector,
            Text sectorName,
            String indicator,
            Text name,
            String region,
            Text regionName,
            String period,
            Text periodName,
            Better better,
            Optional<Figure> figure,
            Optional<Text> missing,
            Optional<Figure> change,
            Optional<Figure> completion,
            Optional<Cited> citation,
            Optional<Text> note,
            boolean simulated) {}

    /** A commitment, what became of it and how it keeps to the schedule. */
    record Commitment(
            String id,
            Text name,
            String sector,
            Text sectorName,
            Optional<String> indicator,
            String region,
            Text regionName,
            String unit,
            Optional<String> leader,
            String type,
            String deadline,
            Text deadlineName,
            long daysLeft,
            String state,
            Optional<String> before,
            List<String> levels,
            int monthsBehind,
            boolean overdue,
            boolean dueSoon,
            Optional<Figure> target,
            Optional<Figure> figure,
            Optional<String> reported,
            Optional<Figure> completion,
            Optional<Figure> due,
            Optional<Figure> gap,
            Optional<Figure> requiredPerMonth,
            Optional<Figure> addedPerMonth,
            Optional<Text> reason,
            Cited citation) {}

    /** A project with its history and what is to come. */
    record ProjectRow(
            String id,
            Text name,
            String sector,
            Text sectorName,
            Text regionName,
            Optional<Text> stage,
            Optional<String> phase,
            List<Event> history,
            List<Event> planned) {}

    /** A stage of a project and the days within which it was or is to be reached. */
    record Event(Text stage, String period, String firstDay, String lastDay, Cited citation) {}

    /** The ranking of the parts of the region, with their level where they have the same one. */
    record Standings(boolean simulated, Optional<String> level, List<Place> places, List<Text> unranked) {
        boolean areCommunities() {
            return level.filter(RegionLevel.COMMUNITY.code()::equals).isPresent();
        }
    }

    /** A place in the ranking: from best to worst, where bounds leave it open. */
    record Place(
            String region,
            Text regionName,
            String rank,
            String best,
            String worst,
            boolean tied,
            Optional<String> rise,
            Figure score,
            List<Lost> lost) {}

    /** The points that an indicator cost. */
    record Lost(Text name, String points) {}

    /** The figures of regions by indicator. */
    record RegionFigures(
            boolean simulated, Text periodName, List<Part> regions, List<Column> indicators, List<RegionCell> cells) {
        boolean areCommunities() {
            return regions.stream().map(Part::level).allMatch(RegionLevel.COMMUNITY.code()::equals);
        }
    }

    /** A region of the table, with its level and the nearest of the others that it is a part of. */
    record Part(String code, Text name, String level, Optional<String> parent) {}

    /** An indicator of the table. */
    record Column(String id, Text name, boolean additive) {}

    /** The figure of a region, or why there is none. */
    record RegionCell(String region, String indicator, Optional<Figure> figure, Optional<Text> missing) {}

    /** What a check of a report found, and how many checks were made. */
    record Check(String report, int made, int passed, int impossible, List<Finding> findings) {}

    /** Something in a report that cannot be right, or is odd. */
    record Finding(
            CheckedReport.Level level,
            String rule,
            Text title,
            List<Passage> passages,
            String sum,
            List<Remedy> remedies) {}

    /** Where something is printed: in the report, or in the source that is named. */
    record Passage(Optional<String> source, String sentence, String surface, int line, int column) {}

    /** What would have to be printed instead. */
    record Remedy(String surface, String value, Optional<Text> slip) {}
}
