package org.regulars.internal.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field can still be, after some conditions on it. */
final class Range {

    private @Nullable Object least;
    private @Nullable Object most;
    private boolean leastItself = true;
    private boolean mostItself = true;
    private @Nullable Set<Object> oneOf;
    private final Set<Object> none = new HashSet<>();

    /** Takes in a condition; the sign is one of {@code == != < <= > >=}. */
    void take(String sign, Object value) {
        switch (sign) {
            case "==" -> oneOf(Set.of(value));
            case "!=" -> none.add(value);
            case ">", ">=" -> {
                int more = least == null ? 1 : compare(value, least);
                leastItself = more > 0 ? sign.equals(">=") : leastItself && (more < 0 || sign.equals(">="));
                least = more > 0 ? value : least;
            }
            case "<", "<=" -> {
                int less = most == null ? -1 : compare(value, most);
                mostItself = less < 0 ? sign.equals("<=") : mostItself && (less > 0 || sign.equals("<="));
                most = less < 0 ? value : most;
            }
            default -> throw new IllegalArgumentException("No sign " + sign);
        }
    }

    void oneOf(Set<Object> values) {
        Set<Object> left = new HashSet<>(values);
        if (oneOf != null) {
            left.retainAll(oneOf);
        }
        oneOf = left;
    }

    void noneOf(Set<Object> values) {
        none.addAll(values);
    }

    /** Whether nothing is left. */
    boolean isEmpty() {
        if (oneOf != null) {
            return oneOf.stream().noneMatch(this::isWithin);
        }
        if (least == null || most == null) {
            return false;
        }
        int between = compare(most, least);
        return between < 0 || (between == 0 && !(leastItself && mostItself && !none.contains(least)));
    }

    private boolean isWithin(Object value) {
        boolean above = least == null || compare(value, least) > 0 || (leastItself && compare(value, least) == 0);
        boolean below = most == null || compare(value, most) < 0 || (mostItself && compare(value, most) == 0);
        return above && below && !none.contains(value);
    }

    /** Numbers by their size, texts by their letters, as dates and times are; what is of two sorts was told elsewhere. */
    private static int compare(Object one, Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal than) {
            return number.compareTo(than);
        }
        return one instanceof String text && other instanceof String than ? text.compareTo(than) : 0;
    }
}
