/**
 * Short programs, each a separate class that can be copied: how to read a figure, build a catalogue, ask it, and be
 * refused. Run one with {@code demo NAME}.
 */
@NullMarked
package org.grassrootskpi.examples.demo;

import org.jspecify.annotations.NullMarked;
