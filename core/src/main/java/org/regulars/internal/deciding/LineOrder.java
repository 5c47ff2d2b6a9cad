package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.regulars.Line;
import org.regulars.internal.values.Values;

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

    /** Prices of lines whose quantity has fewer digits than this, in thousandths, can be compared without dividing. */
    private static final long SMALL_QUANTITY = 100_000;

    private static final int QUANTITY_DECIMALS = 3;
    private static final int AMOUNT_DECIMALS = 4;
    private static final int AMOUNT_DIGITS = 12;

    /** Most rules match one line, so those share what says where it is. */
    private static final int[][] ALONE =
            IntStream.range(0, 128).mapToObj(place -> new int[] {place}).toArray(int[][]::new);

    private static final Comparator<Line> CHEAPEST_FIRST = LineOrder::compare;

    private final Line[] lines;
    private final Map<Integer, Integer> places;
    private final int[] placeOfCounted;

    LineOrder(List<Line> listed) {
        lines = listed.toArray(Line[]::new);
        boolean counted = true;
        for (int i = 0; i < lines.length; i++) {
            counted &= lines[i].number() == i + 1;
        }
        Arrays.sort(lines, CHEAPEST_FIRST);
        placeOfCounted = counted ? new int[lines.length] : NOWHERE;
        places = counted ? Map.of() : new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            if (counted) {
                placeOfCounted[lines[i].number() - 1] = i;
            } else {
                places.put(lines[i].number(), i);
            }
        }
    }

    private static int compare(Line one, Line other) {
        int compared = comparePrices(one, other);
        if (compared == 0) {
            compared = one.name().compareTo(other.name());
        }
        if (compared == 0) {
            compared = one.category().compareTo(other.category());
        }
        if (compared == 0) {
            compared = one.quantity().compareTo(other.quantity());
        }
        if (compared == 0) {
            compared = one.attributes().toString().compareTo(other.attributes().toString());
        }
        return compared == 0 ? Integer.compare(one.number(), other.number()) : compared;
    }

    /** Which line's unit costs more. With few digits a product tells, exactly as the prices to twelve decimals would. */
    private static int comparePrices(Line one, Line other) {
        if (isShort(one) && isShort(other)) {
            long quantity = Values.unscaled(one.quantity(), QUANTITY_DECIMALS);
            long otherQuantity = Values.unscaled(other.quantity(), QUANTITY_DECIMALS);
            if (quantity < SMALL_QUANTITY && otherQuantity < SMALL_QUANTITY) {
                return Long.compare(
                        Values.unscaled(one.amount(), AMOUNT_DECIMALS) * otherQuantity,
                        Values.unscaled(other.amount(), AMOUNT_DECIMALS) * quantity);
            }
        }
        return price(one).compareTo(price(other));
    }

    private static boolean isShort(Line line) {
        BigDecimal quantity = line.quantity();
        BigDecimal amount = line.amount();
        return quantity.scale() <= QUANTITY_DECIMALS
                && quantity.precision() < AMOUNT_DIGITS
                && amount.scale() <= AMOUNT_DECIMALS
                && amount.precision() + AMOUNT_DECIMALS - amount.scale() <= AMOUNT_DIGITS;
    }

    private static BigDecimal price(Line line) {
        return line.amount().divide(line.quantity(), DECIMALS, RoundingMode.HALF_UP);
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

    private static int[] alone(int place) {
        if (place < 0) {
            return NOWHERE;
        }
        return place < ALONE.length ? ALONE[place] : new int[] {place};
    }
}
