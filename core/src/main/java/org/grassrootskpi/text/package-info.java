/**
 * What the packages of this library need of plain text; exported to none but its own modules.
 *
 * <p>Words live in commented, tab-separated files: {@link org.grassrootskpi.text.DefinitionLines} reads such a file into
 * lines that can say where they stand, {@link org.grassrootskpi.text.WordTable} finds the longest word at an offset.
 */
@NullMarked
package org.grassrootskpi.text;

import org.jspecify.annotations.NullMarked;
