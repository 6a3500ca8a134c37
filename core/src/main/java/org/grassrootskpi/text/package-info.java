/** What the other packages need of plain text. Not exported. */
@NullMarked
package org.grassrootskpi.text;

import org.jspecify.annotations.NullMarked;
