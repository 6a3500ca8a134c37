/**
 * The annual report of Pinghu subdistrict, Shenzhen, as data.
 *
 * <p>What the report says about 2024 stands in one JSON file for each of its seven sections; every figure in them is
 * quoted as printed and cited by section. {@link org.grassrootskpi.catalog.PinghuCatalog} reads them into a
 * {@link org.grassrootskpi.model.Catalog}:
 *
 * <pre>{@code
 * Catalog pinghu = PinghuCatalog.load();
 * pinghu.observations("land.consolidated").get(0).impliedTarget();   // about 28.9 ha
 * }</pre>
 *
 * <p>{@link org.grassrootskpi.json.CatalogSchema} is the JSON Schema of such files, for editors. A folder of such files about another place is read by
 * {@link org.grassrootskpi.json.CatalogJson#readFolder(java.nio.file.Path)}.
 */
@NullMarked
package org.grassrootskpi.catalog;

import org.jspecify.annotations.NullMarked;
