package org.regulars.internal.guard;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that rules put together. What makes a text in a rule's bytecode is led here. */
public final class BoundedTexts {

    private BoundedTexts() {}

    /** A text, if it is not too long. */
    public static @Nullable String within(@Nullable String text) {
        if (text != null && text.length() > Meter.bounds().text()) {
            throw new BoundExceeded("puts a text of " + text.length() + " letters together, and "
                    + Meter.bounds().text() + " are the most (the bound 'text'). Maybe say less?");
        }
        return text;
    }

    /** A value as part of a text; what a whole fact would be as text is nobody's business. */
    public static String of(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return BoundedNumbers.toPlainString(number);
        }
        if (value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor) {
            return String.valueOf(within(String.valueOf(value)));
        }
        throw new IllegalArgumentException("A text is put together of texts, numbers and dates, not of a "
                + value.getClass().getSimpleName() + ". Maybe one of its fields?");
    }

    /** See {@link Pattern#matcher}; every letter looked at is a step. */
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(new Metered(text));
    }

    private record Metered(CharSequence text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            Meter.tick();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
