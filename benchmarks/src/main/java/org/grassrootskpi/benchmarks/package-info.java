<<<<<<< HEAD
/** What the library costs, beside what others cost. */
=======
/** What the library costs, measured with JMH. */
>>>>>>> c0adf94 (Measure the reader in characters a second)
@NullMarked
package org.grassrootskpi.benchmarks;

import org.jspecify.annotations.NullMarked;
