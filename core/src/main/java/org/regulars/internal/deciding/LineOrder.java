package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulars.Line;

/**
 * The lines of a receipt in an order by what is on them, so that it does not matter in what order a cashier scanned: the cheapest
 * unit first; a line's number decides only between lines that are alike in everything.
 */
final class LineOrder {

    /** Of what is no purchase. */
    static final LineOrder NONE = new LineOrder(List.of());

    /** Finer than any price, so that prices that differ stay apart. */
    private static final int DECIMALS = 12;

    private static final int[] NOWHERE = {};

    private static final Comparator<Priced> CHEAPEST_FIRST = LineOrder::compare;

    private final Line[] lines;
    private final Map<Integer, Integer> places;
    private final int[] placeOfCounted;
    private final int[][] alone;

    /** A line and what one unit of it costs. */
    private record Priced(Line line, BigDecimal price) {

        static Priced of(Line line) {
            BigDecimal quantity = line.quantity();
            return new Priced(
                    line,
                    quantity.compareTo(BigDecimal.ONE) == 0
                            ? line.amount()
                            : line.amount().divide(quantity, DECIMALS, RoundingMode.HALF_UP));
        }
    }

    LineOrder(List<Line> listed) {
        Priced[] priced = new Priced[listed.size()];
        boolean counted = true;
        for (int i = 0; i < priced.length; i++) {
            priced[i] = Priced.of(listed.get(i));
            counted &= listed.get(i).number() == i + 1;
        }
        Arrays.sort(priced, CHEAPEST_FIRST);
        lines = new Line[priced.length];
        alone = new int[priced.length][];
        placeOfCounted = counted ? new int[priced.length] : NOWHERE;
        places = counted ? Map.of() : new HashMap<>();
        for (int i = 0; i < priced.length; i++) {
            lines[i] = priced[i].line;
            if (counted) {
                placeOfCounted[lines[i].number() - 1] = i;
            } else {
                places.put(lines[i].number(), i);
            }
        }
    }

    private static int compare(Priced one, Priced other) {
        int compared = one.price.compareTo(other.price);
        if (compared == 0) {
            compared = one.line.name().compareTo(other.line.name());
        }
        if (compared == 0) {
            compared = one.line.category().compareTo(other.line.category());
        }
        if (compared == 0) {
            compared = one.line.quantity().compareTo(other.line.quantity());
        }
        if (compared == 0) {
            compared = one.line
                    .attributes()
                    .toString()
                    .compareTo(other.line.attributes().toString());
        }
        return compared == 0 ? Integer.compare(one.line.number(), other.line.number()) : compared;
    }

    int size() {
        return lines.length;
    }

    /** The line at a place, from 0. */
    Line at(int place) {
        return lines[place];
    }

    /** The place of the line of a number, from 0; one below zero if there is none. */
    int place(int number) {
        if (places.isEmpty()) {
            return number > 0 && number <= placeOfCounted.length ? placeOfCounted[number - 1] : -1;
        }
        return places.getOrDefault(number, -1);
    }

    /** The places of all lines, in the order of the lines' numbers. */
    int[] placesByNumber() {
        if (places.isEmpty()) {
            return placeOfCounted;
        }
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToInt(Map.Entry::getValue)
                .toArray();
    }

    /** The places of lines, in order. */
    int[] places(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return NOWHERE;
        }
        if (numbers.size() == 1) {
            return alone(place(numbers.get(0)));
        }
        int[] at = new int[numbers.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = place(numbers.get(i));
        }
        Arrays.sort(at);
        return at;
    }

    /** Most rules match one line, so those share what says where it is. */
    private int[] alone(int place) {
        if (place < 0) {
            return NOWHERE;
        }
        if (alone[place] == null) {
            alone[place] = new int[] {place};
        }
        return alone[place];
    }
}
