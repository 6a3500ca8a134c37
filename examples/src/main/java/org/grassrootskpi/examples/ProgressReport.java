package org.grassrootskpi.examples;

import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.progress.ProgressSheet;

/**
 * What the command prints, in any form.
 *
 * @param catalog the catalogue, for names
 * @param sheet the sheet
 * @param isSimulated whether the figures are invented
 */
record ProgressReport(Catalog catalog, ProgressSheet sheet, boolean isSimulated) {}
