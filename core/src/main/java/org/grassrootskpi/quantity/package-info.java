/** To be written. */
@NullMarked
package org.grassrootskpi.quantity;

import org.jspecify.annotations.NullMarked;
