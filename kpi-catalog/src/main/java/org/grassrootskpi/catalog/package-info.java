/**
 * The annual report of Pinghu subdistrict, Shenzhen, as data, and the indicators that governments report in common.
 *
 * <p>{@link org.grassrootskpi.catalog.CommonIndicators} has the indicators alone. The report's figures, projects, programmes and targets are in JSON files, a few for each section of the report; every figure is
 * quoted as printed and cited by section. {@link org.grassrootskpi.catalog.PinghuCatalog} reads them into a
 * {@link org.grassrootskpi.model.Catalog}:
 *
 * <pre>{@code
 * Catalog pinghu = PinghuCatalog.load();
 * TimePeriod year = TimePeriod.parse("2024");
 * Observation land = pinghu.observation("land.consolidation.area", "440307003", year).orElseThrow();
 * land.impliedTarget();                            // about 28.9 ha, with its bounds
 * }</pre>
 *
 * <p>{@link org.grassrootskpi.json.CatalogSchema} is the JSON Schema of such files, for editors. A folder of such files about another place is read by
 * {@link org.grassrootskpi.json.CatalogJson#readFolder(java.nio.file.Path)}.
 */
@NullMarked
package org.grassrootskpi.catalog;

import org.jspecify.annotations.NullMarked;
