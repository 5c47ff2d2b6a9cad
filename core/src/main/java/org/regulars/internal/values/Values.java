package org.regulars.internal.values;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which values are kept, so that equal things are equal: amounts without trailing
 * zeros (Drools' index tells 10 from 10.00), times in UTC, attributes in the order of their names.
 */
public final class Values {

    /** Far more than anything counted has; what comes with an event is held to fewer later, with the event's name. */
    private static final int MOST_DIGITS = 1000;

    /** So many digits of any number fit a long. */
    public static final int MOST_DIGITS_OF_LONG = 18;

    private static final long[] POWERS_OF_TEN = new long[MOST_DIGITS_OF_LONG + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private Values() {}

    /** The amount without trailing zeros and never in powers of ten: 10, not 10.00 or 1E+1. */
    public static BigDecimal plain(BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int scale = amount.scale();
        // An exponent this large is refused later, with the event's name; stretched out it would fill the memory.
        if (scale == 0 || scale > MOST_DIGITS || scale < -MOST_DIGITS) {
            return amount;
        }
        // Most are plain already, and this runs some fifty times a decision.
        if (scale > 0 && isShort(amount) && unscaled(amount) % 10 != 0) {
            return amount;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * The digits of an amount without its point: 480 of 4.80. The JVM does without the object in between, other than with
     * {@code unscaledValue}.
     *
     * @throws ArithmeticException if there are more than a long holds
     */
    public static long unscaled(BigDecimal amount) {
        if (amount.scale() == 0) {
            return amount.longValueExact();
        }
        return amount.scaleByPowerOfTen(amount.scale()).longValueExact();
    }

    /** The digits of an amount when it is written with so many decimals, no fewer than it has: 4800 of 4.8 with three. */
    public static long unscaled(BigDecimal amount, int decimals) {
        long digits = unscaled(amount);
        // Of nothing there may be any number of decimals.
        for (int i = amount.scale(); i < decimals && digits != 0; i++) {
            digits = Math.multiplyExact(digits, 10);
        }
        return digits;
    }

    /** Ten to a power from 0 to {@link #MOST_DIGITS_OF_LONG}. */
    public static long tenTo(int power) {
        return POWERS_OF_TEN[power];
    }

    /** Whether these digits fit a long. */
    public static boolean isShort(BigDecimal amount) {
        return amount.precision() <= MOST_DIGITS_OF_LONG;
    }

    /**
     * A number written as text; what is none is refused with its text, and what no one could write out: reckoning with {@code
     * 1E-999999999} takes minutes and gigabytes.
     */
    public static BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.length() > MOST_DIGITS ? "" : text.strip());
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException("'" + text + "' is a number of more than " + MOST_DIGITS
                        + " digits. Maybe without the exponent?");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number. Maybe "
                    + (text.indexOf(',') < 0 ? "\"4.80\"?" : '"' + text.replace(',', '.') + "\"?"));
        }
    }

    /** The time as ISO-8601 text in UTC; an offset is accepted and folded in. */
    public static String instant(String text) {
        if (PlainTime.is(text)) {
            return text;
        }
        return text.endsWith("Z")
                ? Instant.parse(text).toString()
                : OffsetDateTime.parse(text).toInstant().toString();
    }

    /** The point in time that such a text means. */
    public static Instant moment(String text) {
        Instant plain = PlainTime.parse(text);
        return plain == null ? Instant.parse(text) : plain;
    }

    /** The text of a point in time in that form; as {@code toString}. */
    public static String text(Instant moment) {
        String plain = PlainTime.text(moment);
        return plain == null ? moment.toString() : plain;
    }

    /** The date that an ISO-8601 text means. */
    public static LocalDate date(String text) {
        LocalDate plain = PlainTime.date(text);
        return plain == null ? LocalDate.parse(text) : plain;
    }

    /** Which of two times, as {@link #instant} writes them, is the later one; as {@code compareTo}. */
    public static int compareTimes(String one, String other) {
        // In that form no other time is as long as one to the second, and those are in the order of their letters.
        return one.length() == PlainTime.LENGTH && other.length() == PlainTime.LENGTH
                ? one.compareTo(other)
                : moment(one).compareTo(moment(other));
    }

    /** An unmodifiable copy in the order of the names; a missing map is an empty one. */
    public static Map<String, String> texts(@Nullable Map<String, String> attributes) {
        return attributes == null || attributes.isEmpty() ? Map.of() : Texts.of(attributes);
    }

    /** The attributes and one more. */
    public static Map<String, String> and(Map<String, String> attributes, String name, String text) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, text);
        return more;
    }
}
