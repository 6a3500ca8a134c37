/** Measures the library, and compares it with others. */
@NullMarked
package org.grassrootskpi.benchmarks;

import org.jspecify.annotations.NullMarked;
