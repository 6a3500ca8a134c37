/**
 * Writes tables of observations as SDMX-ML 2.1, the XML of ISO 17369, with the structure that says what their codes mean.
 *
 * <pre>{@code
 * Dataflow flow = Dataflow.parse("GOV:KPI(1.0)");
 * LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
 * SdmxMl.writeStructure(table, flow, now, Path.of("structure.xml"));
 * SdmxMl.writeData(table, flow, now, Path.of("data.xml"));
 * }</pre>
 *
 * <p>For SDMX-CSV see {@code org.grassrootskpi.csv.SdmxCsv} of core, which needs no structure and reads back in one call.
 */
@NullMarked
package org.grassrootskpi.sdmx;

import org.jspecify.annotations.NullMarked;
