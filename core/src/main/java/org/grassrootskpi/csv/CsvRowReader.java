package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.table.RowAppender;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.text.DistinctNames;
import org.grassrootskpi.text.HiddenCharacters;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;

/** Adds the records of one file to a table under construction. A plain row is read without making an object. */
final class CsvRowReader {
    private static final ImmutableList<ObservationStatus> STATUSES = ImmutableList.copyOf(ObservationStatus.values());
    // Spellings beyond this number are parsed each time, so that a hostile file does not fill the memory.
    private static final int MOST_PERIODS = 1 << 18;

    private final CsvColumns columns;
    private final CsvRecords records;
    private final CsvProblems problems;
    private final CsvValueReader values;
    private final RowAppender rows;
    private final boolean keepsLines;
    private final List<String> indicatorIds;
    private final List<String> regionCodes;

    private final ByteDictionary indicators;
    private final ByteDictionary regions;
    private final ByteDictionary periods;
    private final ByteDictionary statuses;
    private final ByteDictionary[] dimensionValues;
    private final DistinctNames[] members;
    /** The numbers that combinations have in the table of {@link #rows}. */
    private final ByteDictionary combinations = new ByteDictionary(16);

    private final byte[] combinationKey;
    private long added;

    CsvRowReader(
            CsvColumns columns,
            CsvRecords records,
            CsvProblems problems,
            Catalog catalog,
            TableSchema schema,
            RowAppender rows,
            boolean keepsLines) {
        this.columns = columns;
        this.records = records;
        this.problems = problems;
        this.rows = rows;
        this.keepsLines = keepsLines;
        values = new CsvValueReader(columns, records, problems, catalog, schema, rows);
        indicatorIds = new ArrayList<>();
        regionCodes = new ArrayList<>();
        periods = new ByteDictionary(1 << 10);
        statuses = new ByteDictionary(2 * STATUSES.size());
        indicators = new ByteDictionary(catalog.indicators().size());
        for (Indicator indicator : catalog.indicators()) {
            indicators.put(indicator.id(), indicatorIds.size());
            indicatorIds.add(indicator.id());
        }
        RegionNumbering numbering = RegionNumbering.of(catalog);
        regions = new ByteDictionary(numbering.size());
        for (Region region : numbering.regions()) {
            regions.put(region.code(), regionCodes.size());
            regionCodes.add(region.code());
        }
        for (int i = 0; i < STATUSES.size(); i++) {
            statuses.put(STATUSES.get(i).name(), i);
            statuses.put(String.valueOf(STATUSES.get(i).sdmx()), i);
        }
        statuses.put("", STATUSES.indexOf(ObservationStatus.NORMAL));
        dimensionValues = new ByteDictionary[columns.dimensions.length];
        members = new DistinctNames[columns.dimensions.length];
        for (int i = 0; i < dimensionValues.length; i++) {
            dimensionValues[i] = new ByteDictionary(16);
            members[i] = new DistinctNames();
            schema.declaredMembers(schema.dimensions().get(i)).forEach(members[i]::add);
        }
        combinationKey = new byte[Integer.BYTES * columns.dimensions.length + ByteDictionary.SLACK];
    }

    /** Creates a reader that shares with another everything but the table that rows are added to. */
    CsvRowReader(CsvRowReader other, Catalog catalog, TableSchema schema, RowAppender rows) {
        columns = other.columns;
        records = other.records;
        problems = other.problems;
        this.rows = rows;
        keepsLines = other.keepsLines;
        values = new CsvValueReader(columns, records, problems, catalog, schema, rows);
        indicatorIds = other.indicatorIds;
        regionCodes = other.regionCodes;
        indicators = other.indicators;
        regions = other.regions;
        periods = other.periods;
        statuses = other.statuses;
        dimensionValues = other.dimensionValues;
        members = other.members;
        combinationKey = other.combinationKey;
    }

    /** Adds the current record, or reports everything that is wrong with it. */
    void read() {
        if (records.fields() != columns.count) {
            refuseFieldCount();
            return;
        }
        byte[] bytes = records.bytes();
        int indicator = look(indicators, bytes, columns.indicator);
        int region = look(regions, bytes, columns.region);
        int period = look(periods, bytes, columns.period);
        int status = columns.status < 0 ? 0 : look(statuses, bytes, columns.status);
        int combination = columns.dimensions.length == 0 ? 0 : combination(bytes);
        if ((indicator | region | period | status | combination) < 0) {
            if (indicator < 0) {
                refuse(columns.indicator, Reason.UNKNOWN_INDICATOR, "indicator", indicatorIds);
            }
            if (region < 0) {
                refuse(columns.region, Reason.UNKNOWN_REGION, "region", regionCodes);
            }
            if (period < 0) {
                period = learnPeriod();
            }
            if (status < 0) {
                refuseStatus();
            }
            if ((indicator | status) < 0) {
                return;
            }
        }
        ObservationStatus as = STATUSES.get(status);
        if ((region | period | combination) < 0) {
            values.check(indicator, as);
            return;
        }
        rows.row(indicator, region, period).combination(combination).status(as);
        if (keepsLines) {
            rows.origin(records.line());
        }
        if (values.read(indicator, as)) {
            added++;
        }
    }

    /** Returns the number of rows that have been added. */
    long added() {
        return added;
    }

    private int look(ByteDictionary dictionary, byte[] bytes, int field) {
        return dictionary.get(bytes, records.start(field), records.end(field));
    }

    private int learnPeriod() {
        Optional<String> text = CsvText.of(records, columns.period, problems);
        if (text.isEmpty()) {
            return ByteDictionary.ABSENT;
        }
        try {
            int code = TimePeriod.parse(text.get()).toCode();
            if (periods.size() < MOST_PERIODS) {
                periods.put(records.bytes(), records.start(columns.period), records.end(columns.period), code);
            }
            return code;
        } catch (TimePeriodFormatException e) {
            refuse(columns.period, Reason.BAD_PERIOD, String.valueOf(e.getMessage()));
            return ByteDictionary.ABSENT;
        }
    }

    /** The combination of the dimensions' values: of each a number, and of the numbers' bytes another. */
    private int combination(byte[] bytes) {
        int end = 0;
        boolean isNew = false;
        for (int i = 0; i < dimensionValues.length; i++) {
            int field = columns.dimensions[i];
            int number = look(dimensionValues[i], bytes, field);
            if (number < 0) {
                Optional<String> text = CsvText.of(records, field, problems);
                if (text.isEmpty()
                        || refuseHidden(field, text.get())
                        || refuseLookAlike(field, text.get(), members[i])) {
                    return ByteDictionary.ABSENT;
                }
                number = dimensionValues[i].size();
                dimensionValues[i].put(bytes, records.start(field), records.end(field), number);
                isNew = true;
            }
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                combinationKey[end++] = (byte) (number >>> shift);
            }
        }
        int combination = isNew ? ByteDictionary.ABSENT : combinations.get(combinationKey, 0, end);
        if (combination < 0) {
            ImmutableList.Builder<String> texts = ImmutableList.builder();
            for (int field : columns.dimensions) {
                texts.add(CsvText.of(records, field, problems).orElseThrow());
            }
            combination = rows.combinationOf(texts.build());
            combinations.put(combinationKey, 0, end, combination);
        }
        return combination;
    }

    /** Refuses a member with a hidden character: it would silently form a group next to the one that it looks like. */
    private boolean refuseHidden(int field, String text) {
        OptionalInt hidden = HiddenCharacters.first(text);
        hidden.ifPresent(at -> refuse(
                field,
                Reason.HIDDEN_CHARACTER,
                "Expected a value without hidden characters, found " + HiddenCharacters.name(text.codePointAt(at))
                        + " at position " + at + "; remove it"));
        return hidden.isPresent();
    }

    private boolean refuseLookAlike(int field, String text, DistinctNames others) {
        Optional<String> other = others.add(text);
        other.ifPresent(name -> refuse(field, Reason.LOOK_ALIKE, DistinctNames.message(text, name)));
        return other.isPresent();
    }

    private void refuseFieldCount() {
        int fields = records.fields();
        boolean few = fields < columns.count;
        int[] place = records.place(few ? fields - 1 : columns.count);
        problems.add(
                Reason.FIELD_COUNT,
                place[0],
                few ? 0 : place[1],
                () -> "Expected " + columns.count + " fields as in the header, got " + fields
                        + (few ? "" : "; put a field with a comma in double quotes"));
    }

    private void refuseStatus() {
        Optional<String> text = CsvText.of(records, columns.status, problems);
        text.ifPresent(name -> refuse(
                columns.status,
                Reason.BAD_STATUS,
                problems.unknown(
                                "status",
                                name,
                                STATUSES.stream().map(ObservationStatus::name).toList())
                        + "; expected a name of ObservationStatus such as PROVISIONAL, its letter in SDMX such as P,"
                        + " or nothing"));
    }

    private void refuse(int field, Reason reason, String noun, List<String> known) {
        Optional<String> text = CsvText.of(records, field, problems);
        text.ifPresent(name -> {
            int[] place = records.place(field);
            problems.add(reason, place[0], place[1], () -> problems.unknown(noun, name, known));
        });
    }

    private void refuse(int field, Reason reason, String message) {
        int[] place = records.place(field);
        problems.add(reason, place[0], place[1], () -> message);
    }
}
