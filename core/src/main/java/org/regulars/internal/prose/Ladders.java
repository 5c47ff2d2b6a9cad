package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import org.regulars.program.Expiry;
import org.regulars.program.Tiers;

/** The ladders of tiers in words. */
final class Ladders {

    private Ladders() {}

    /**
     * How a ladder goes up and down.
     *
     * @param endsByOffer whether there are offers of a tier that ends, or that take one away
     */
    static List<Run> of(Tiers ladder, boolean endsByOffer) {
        List<Run> runs = new ArrayList<>();
        List<String> names = ladder.names();
        runs.add(Run.strong("Your " + ladder.ladder() + ":"));
        StringBuilder words = new StringBuilder(" you begin as " + names.get(0));
        if (names.size() > 1) {
            words.append("; above that ")
                    .append(names.size() == 2 ? "is " : "come, from low to high, ")
                    .append(Written.list(names.subList(1, names.size()), "and"));
        }
        words.append(". ");
        Expiry lasts = ladder.lasts();
        if (ladder.conditional()) {
            words.append("A tier is yours only while what leads to it is so");
            words.append(
                    lasts == null
                            ? ". "
                            : ", " + Written.lasting(lasts, "the day it is given", "in which it is given")
                                    + " at the longest. ");
        } else {
            words.append("A tier is yours ")
                    .append(
                            lasts == null
                                    ? "without an end"
                                    : Written.lasting(lasts, "the day it is given", "in which it is given"))
                    .append(endsByOffer ? ", unless its offer says otherwise. " : ". ");
        }
        if (lasts != null || ladder.conditional() || endsByOffer) {
            words.append("When it ends you fall ")
                    .append(ladder.stepwise() ? "one step" : "to " + names.get(0))
                    .append(", and what you then hold can take you up again at once.");
        }
        runs.add(Run.plain(words.toString().stripTrailing()));
        return runs;
    }

    /** What a return does to tiers of a ladder. */
    static List<Run> returned(Tiers ladder) {
        return List.of(
                Run.strong("Your " + ladder.ladder() + ":"),
                Run.plain(
                        ladder.retained()
                                ? " a tier is kept though the purchase it was given for is returned."
                                : " a tier is lost again when the purchase it was given for is returned."));
    }
}
