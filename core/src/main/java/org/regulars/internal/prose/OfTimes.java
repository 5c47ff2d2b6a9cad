package org.regulars.internal.prose;

import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;

/** What rules ask of the time at which something happens. */
final class OfTimes {

    private OfTimes() {}

    static @Nullable Subject field(String name) {
        return switch (name) {
            case "date" -> new Subject("that day", "it happens ", "", Sort.DATE);
            case "time" -> new Subject("the time of day", "it happens ", "", Sort.TIME);
            case "day" -> new Subject("the day of the week", "it is ", "", Sort.DAY);
            case "month" -> new Subject("the month", "it is ", "", Sort.MONTH);
            case "dayOfMonth" -> Subject.of(Sort.NUMBER, "the day of the month");
            case "weekend" -> Subject.yesOrNo("it is a Saturday or Sunday", "it is neither Saturday nor Sunday");
            default -> null;
        };
    }
}
