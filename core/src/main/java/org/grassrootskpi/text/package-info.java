/**
 * Reading and checking of plain text for the other packages of this library; exported to none but its own modules.
 *
 * <p>Words live in commented, tab-separated files: {@link org.grassrootskpi.text.DefinitionLines} reads such a file
 * into lines that know their place, {@link org.grassrootskpi.text.WordTable} finds the longest word at an offset.
 * {@link org.grassrootskpi.text.OwnResource} opens a file in the folder of a class, {@link
 * org.grassrootskpi.text.ShortestDecimal} writes a double.
 *
 * <pre>{@code
 * int columns = TextWidth.of("平湖街道");               // 8
 * Optional<String> near = Spelling.nearest("nmae", List.of("name", "parent"));
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.text;

import org.jspecify.annotations.NullMarked;
