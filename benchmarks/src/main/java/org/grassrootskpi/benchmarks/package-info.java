/** What the library costs, beside what others cost. */
@NullMarked
package org.grassrootskpi.benchmarks;

import org.jspecify.annotations.NullMarked;
