package org.grassrootskpi.catalog;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;

/**
 * The indicators that governments from province to town report in common: national accounts, industry, investment, trade,
 * budget, household income, population, employment, education, health, elderly care, environment, safety, the hotline,
 * grassroots governance and Party building.
 *
 * <p>Each has its names in official statistics, a definition that names its source, unit, kind and direction, for a ratio its
 * parts where both are common indicators too, the other names that reports print ({@link
 * org.grassrootskpi.model.Indicator#aliases()}) and the words that make another measure of it ({@link
 * org.grassrootskpi.model.Indicator#vetoes()}). Where {@link PinghuCatalog} measures the same, both have the same id.
 *
 * <pre>{@code
 * Catalog common = CommonIndicators.load();
 * Indicator income = common.indicator("income.disposable.rural");
 * income.name().en();                              // Per capita disposable income of rural households
 * }</pre>
 *
 * <p>The catalogue has sectors, indicators and identities between them only: no regions, documents or observations.
 */
public final class CommonIndicators {
    private CommonIndicators() {}

    /**
     * Reads the indicators from the files of this module.
     *
     * @return a catalogue of sectors, indicators and identities, read anew and validated at each call
     */
    public static Catalog load() {
        return CatalogJson.read(files());
    }

    /**
     * Returns the files from which the indicators are read: copy those that your own catalogue needs.
     *
     * @return the files by name, in the order in which they are read
     */
    public static ImmutableMap<String, ByteSource> files() {
        return CatalogResources.of("common");
    }
}
