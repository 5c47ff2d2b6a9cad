package org.regulars.benchmarks;

import java.util.List;
import java.util.function.Function;

/** No peer is timed before it has answered every purchase as the handwritten card does. */
final class Check {

    private Check() {}

    /** Throws an error that shows the first purchase answered wrongly, if there is one. */
    static void allAnswers(String peer, List<Workload.Shopping> purchases, Function<Workload.Shopping, Answer> answer) {
        for (Workload.Shopping shopping : purchases) {
            Answer right = Handwritten.decide(shopping);
            Answer given = answer.apply(shopping);
            if (!given.equals(right)) {
                throw new IllegalStateException(peer + " answers wrongly.\n  purchase: " + shopping + "\n  right:    "
                        + right + "\n  answered: " + given);
            }
        }
    }
}
