package org.grassrootskpi.check;

import org.grassrootskpi.quantity.Quantity;

/**
 * What a figure would have to be if the others are right.
 *
 * @param figure the figure
 * @param value the value that the others imply, with its bounds, in the figure's base unit
 */
record Need(Printed figure, Quantity value) {}
