/**
 * How vocabulary files are read and looked up; for the packages of this library, not exported to others.
 *
 * <p>Words live in commented, tab-separated files. {@link org.grassrootskpi.vocabulary.DefinitionLines} reads such a file
 * into lines that can say where they stand; {@link org.grassrootskpi.vocabulary.WordTable} finds the longest word at an
 * offset of a text.
 */
@NullMarked
package org.grassrootskpi.vocabulary;

import org.jspecify.annotations.NullMarked;
