package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;
import org.regulars.program.Kind.TakeBack;

/** How kinds are counted, how long they last, and what a return takes of them, in words. */
final class Holdings {

    private final List<Kind> kinds;

    Holdings(List<Kind> kinds) {
        this.kinds = kinds;
    }

    /** How they are counted and how long they last; kinds of which the same can be said together. */
    List<List<Run>> lives() {
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            named.computeIfAbsent(counted(kind) + " " + life(kind), words -> new ArrayList<>())
                    .add(kind.name());
        }
        return items(named);
    }

    /** What of them a return takes. */
    List<List<Run>> returns() {
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            named.computeIfAbsent(takenBack(kind.takeBack()), words -> new ArrayList<>())
                    .add(kind.name());
        }
        return items(named);
    }

    private static List<List<Run>> items(Map<String, List<String>> named) {
        List<List<Run>> items = new ArrayList<>();
        named.forEach((words, names) ->
                items.add(List.of(Run.strong(Written.list(names, "and") + ":"), Run.plain(" " + words))));
        return items;
    }

    private static String counted(Kind kind) {
        String rounded = switch (kind.rounding()) {
            case DOWN, FLOOR -> "rounded down";
            case UP, CEILING -> "rounded up";
            case HALF_EVEN -> "rounded to the nearest, a half to the even one";
            default -> "rounded to the nearest, a half up";
        };
        return "counted "
                + (kind.decimals() == 0
                        ? "in whole numbers"
                        : "with " + Written.count(String.valueOf(kind.decimals()), "decimals"))
                + (kind.eachEarnRounded()
                        ? ", each earning " + rounded
                                + " before it is multiplied, and what a purchase brings once more."
                        : ", what a purchase brings " + rounded + ".")
                + (kind.unitCost() == null
                        ? ""
                        : " Where offers are compared, 1 counts as " + Written.plain(kind.unitCost()) + ".");
    }

    private static String life(Kind kind) {
        String waiting = kind.pendingDays() == 0
                ? ""
                : "What you earn can be used " + Written.count(String.valueOf(kind.pendingDays()), "days") + " later. ";
        Expiry expiry = kind.expiry();
        if (expiry == null) {
            return waiting + "What you earn does not expire.";
        }
        boolean isByActivity = expiry.counted() == Expiry.Counted.FROM_ACTIVITY;
        return waiting + "What you earn can be used "
                + Written.lasting(
                        expiry,
                        isByActivity ? "the day of your latest purchase or activity" : "the day it is earned",
                        isByActivity ? "of your latest purchase or activity" : "in which it is earned")
                + (isByActivity ? "; each of these begins that time anew." : ".");
    }

    private static String takenBack(TakeBack policy) {
        return switch (policy) {
            case ONLY_PENDING -> "what a returned purchase gave is taken back only as long as it cannot be used yet.";
            case WITHIN_BALANCE -> "what a returned purchase gave is taken back as far as you still hold so many.";
            case UNLIMITED ->
                "what a returned purchase gave is taken back. What you have spent of it you owe, and what"
                        + " comes in next makes it good.";
        };
    }
}
