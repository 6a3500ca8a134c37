/**
 * Files and folders that are written whole or not at all.
 *
 * <p>{@link org.grassrootskpi.files.WholeFile} writes next to its target and moves the result into place; {@link
 * org.grassrootskpi.files.NewFolder} does the same for a folder, and refuses one that holds anything:
 *
 * <pre>{@code
 * WholeFile.write(Path.of("result.csv"), out -> out.write("region,value\r\n"));
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.files;

import org.jspecify.annotations.NullMarked;
