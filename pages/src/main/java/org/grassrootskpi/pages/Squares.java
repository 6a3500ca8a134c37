package org.grassrootskpi.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Shares an area out among things by their sizes so that the shares are nearly squares, as Bruls, Huizing and van Wijk (2000) describe:
 * the largest come first, and a row takes the next one as long as that makes its worst side ratio better.
 *
 * @param <T> the things; those of size 0 get nothing
 */
final class Squares<T> {
    /** The width of the picture as a multiple of its height, at which areas come out near to squares. */
    private static final double ASPECT = 2.2;

    /** A part of the picture; all four are shares of its width and height. */
    record Area(double x, double y, double width, double height) {}

    private final List<T> ordered;
    private final ToDoubleFunction<T> size;

    Squares(List<T> things, ToDoubleFunction<T> size) {
        this.size = size;
        this.ordered = things.stream()
                .filter(thing -> size.applyAsDouble(thing) > 0)
                .sorted(Comparator.comparingDouble(size).reversed())
                .toList();
    }

    /** Draws everything in its share of the area, the largest first. */
    void lay(Area area, BiConsumer<T, Area> draw) {
        Area left = area;
        double rest = ordered.stream().mapToDouble(size).sum();
        int next = 0;
        while (next < ordered.size()) {
            boolean isUpright = left.width() * ASPECT >= left.height();
            double side = isUpright ? left.height() : left.width() * ASPECT;
            double scale = left.width() * ASPECT * left.height() / rest;
            List<T> row = new ArrayList<>();
            double inRow = 0;
            double worst = Double.MAX_VALUE;
            while (next < ordered.size()) {
                double one = size.applyAsDouble(ordered.get(next));
                double ratio = worst(row, inRow + one, one, scale, side);
                if (ratio > worst) {
                    break;
                }
                worst = ratio;
                inRow += one;
                row.add(ordered.get(next++));
            }
            left = row(row, inRow, rest, left, isUpright, draw);
            rest -= inRow;
        }
    }

    /** Returns the worst side ratio of a row that has one more share. */
    private double worst(List<T> row, double sum, double one, double scale, double side) {
        double depth = sum * scale / side;
        double worst = ratio(one * scale / depth, depth);
        for (T thing : row) {
            worst = Math.max(worst, ratio(size.applyAsDouble(thing) * scale / depth, depth));
        }
        return worst;
    }

    private static double ratio(double a, double b) {
        return Math.max(a / b, b / a);
    }

    /** Draws a row along the shorter side and returns what is left. */
    private Area row(List<T> row, double inRow, double rest, Area left, boolean isUpright, BiConsumer<T, Area> draw) {
        double share = inRow / rest;
        double at = 0;
        for (T thing : row) {
            double part = size.applyAsDouble(thing) / inRow;
            draw.accept(
                    thing,
                    isUpright
                            ? new Area(
                                    left.x(), left.y() + at * left.height(), left.width() * share, left.height() * part)
                            : new Area(
                                    left.x() + at * left.width(),
                                    left.y(),
                                    left.width() * part,
                                    left.height() * share));
            at += part;
        }
        return isUpright
                ? new Area(left.x() + left.width() * share, left.y(), left.width() * (1 - share), left.height())
                : new Area(left.x(), left.y() + left.height() * share, left.width(), left.height() * (1 - share));
    }
}
