/** To be written. */
@NullMarked
package org.grassrootskpi.time;

import org.jspecify.annotations.NullMarked;
