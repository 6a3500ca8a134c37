/** Texts that nobody wrote, read by the report reader. */
@NullMarked
package org.grassrootskpi.fuzz;

import org.jspecify.annotations.NullMarked;
