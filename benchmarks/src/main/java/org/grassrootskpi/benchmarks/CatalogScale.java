package org.grassrootskpi.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.plan.Planner;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a catalogue of many indicators and regions costs to load and to plan for, at a quarter, a half and the whole of its size. */
@Command(
        name = "CatalogScale",
        mixinStandardHelpOptions = true,
        description = "Loads catalogues of three sizes and plans queries of all their indicators; prints times as CSV.")
public final class CatalogScale implements Callable<Integer> {
    private static final int CHILDREN = 20;
    private static final int SECTORS = 100;
    private static final int ELEMENTS_PER_FILE = 50_000;

    @Option(names = "--indicators", defaultValue = "10000", description = "How many indicators (default: 10000).")
    private int indicators;

    @Option(names = "--regions", defaultValue = "1000000", description = "How many communities (default: 1000000).")
    private int regions;

    @Option(names = "--rounds", defaultValue = "3", description = "Timed rounds (default: 3), after one to warm up.")
    private int rounds;

    @Spec
    private @Nullable CommandSpec spec;

    /** For the command line. */
    CatalogScale() {}

    /**
     * Runs it.
     *
     * @param args see {@code --help}
     */
    public static void main(String... args) {
        System.exit(new CommandLine(new CatalogScale()).execute(args));
    }

    @Override
    public Integer call() {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (indicators < 4 || regions < 4 || rounds < 1) {
            throw new CommandLine.ParameterException(line, "Expected 4 indicators, 4 regions and a round or more");
        }
        PrintWriter out = line.getOut();
        out.println("indicators,regions,build_ms,write_ms,read_ms,planner_ms,plan_ms");
        for (int part = 4; part >= 1; part /= 2) {
            run(indicators / part, regions / part, out);
            out.flush();
        }
        return 0;
    }

    private void run(int ofIndicators, int ofRegions, PrintWriter out) {
        Timed<Catalog> catalog = timed(() -> catalog(ofIndicators, ofRegions));
        Timed<String> json = timed(() -> CatalogJson.toJson(catalog.result));
        Map<String, ByteSource> files = files(json.result);
        Timed<Catalog> read = timed(() -> CatalogJson.read(files));
        ObservationTable table = table(read.result, ofIndicators);
        Timed<Planner> planner = timed(() -> Planner.of(table));
        Query query = Query.select(
                        IntStream.range(0, ofIndicators).mapToObj(i -> "i" + i).toList())
                .groupBy(Dimension.sector(), Dimension.region(RegionLevel.TOWNSHIP))
                .measures(Measure.sum());
        Timed<Integer> planned =
                timed(() -> planner.result.plan(query).rollups().size());
        out.println(String.format(
                Locale.ROOT,
                "%d,%d,%.0f,%.0f,%.0f,%.0f,%.1f",
                ofIndicators,
                ofRegions,
                catalog.millis,
                json.millis,
                read.millis,
                planner.millis,
                planned.millis));
    }

    /** Returns a catalogue's text in files of so many elements that none is too large to be read. */
    private static Map<String, ByteSource> files(String json) {
        Map<String, ByteSource> files = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> property :
                    new ObjectMapper().readTree(json).properties()) {
                for (int from = 0; from < property.getValue().size(); from += ELEMENTS_PER_FILE) {
                    ObjectNode part = JsonNodeFactory.instance.objectNode();
                    ArrayNode elements = part.putArray(property.getKey());
                    int end = Math.min(property.getValue().size(), from + ELEMENTS_PER_FILE);
                    for (int element = from; element < end; element++) {
                        elements.add(property.getValue().get(element));
                    }
                    files.put(
                            property.getKey() + from + ".json",
                            CharSource.wrap(part.toString()).asByteSource(UTF_8));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    /** What was made, and the median of how long it took. */
    private record Timed<T>(T result, double millis) {}

    private <T> Timed<T> timed(Supplier<T> action) {
        T result = action.get();
        double[] took = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            result = action.get();
            took[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return new Timed<>(result, took[rounds / 2]);
    }

    private static Catalog catalog(int indicators, int regions) {
        LocalizedText text = LocalizedText.of("文", "text");
        Catalog.Builder catalog = Catalog.builder()
                .addRegions(Region.builder()
                        .code("TOP")
                        .name(text)
                        .level(RegionLevel.COUNTY)
                        .build());
        for (int sector = 0; sector < SECTORS; sector++) {
            catalog.addSectors(Sector.builder().id("s" + sector).name(text).build());
        }
        for (int community = 0; community < regions; community++) {
            if (community % CHILDREN == 0) {
                catalog.addRegions(Region.builder()
                        .code("P" + community / CHILDREN)
                        .name(text)
                        .level(RegionLevel.TOWNSHIP)
                        .parent("TOP")
                        .build());
            }
            catalog.addRegions(Region.builder()
                    .code("C" + community)
                    .name(text)
                    .level(RegionLevel.COMMUNITY)
                    .parent("P" + community / CHILDREN)
                    .build());
        }
        for (int indicator = 0; indicator < indicators; indicator++) {
            catalog.addIndicators(Indicator.builder()
                    .id("i" + indicator)
                    .name(text)
                    .sector("s" + indicator % SECTORS)
                    .kind(IndicatorKind.FLOW)
                    .unit(Unit.CNY)
                    .decimals(2)
                    .direction(Direction.NEUTRAL)
                    .definition(text)
                    .build());
        }
        return catalog.build();
    }

    /** Returns a table with one row of each indicator. */
    private static ObservationTable table(Catalog catalog, int indicators) {
        ObservationTableBuilder table = ObservationTable.builder(catalog);
        int[] all = IntStream.range(0, indicators).toArray();
        int[] community = new int[indicators];
        int[] periods = new int[indicators];
        Arrays.fill(community, RegionNumbering.of(catalog).numberOf("C0"));
        Arrays.fill(periods, BenchmarkData.month(0).toCode());
        return table.addAll(all, community, periods, new long[indicators]).build();
    }
}
