package org.regulars.benchmarks;

import java.util.List;
import java.util.function.Function;
import org.regulars.benchmarks.Shop.Shopping;

/** No peer is timed before it has answered every purchase as handwritten Java does. */
final class Check {

    private Check() {}

    /** Throws an error that shows the first purchase answered wrongly, if there is one. */
    static void allAnswers(String name, Peer peer, List<Shopping> purchases, Function<Shopping, Answer> judge) {
        for (int i = 0; i < purchases.size(); i++) {
            Answer right = judge.apply(purchases.get(i));
            Answer given = peer.answer(i);
            if (!given.equals(right)) {
                throw new WrongAnswer(name + " answers wrongly.\n  purchase: " + purchases.get(i) + "\n  right:    "
                        + right + "\n  answered: " + given);
            }
        }
    }

    /** A peer decided something else than handwritten Java. */
    static final class WrongAnswer extends IllegalStateException {

        private static final long serialVersionUID = 1;

        WrongAnswer(String message) {
            super(message);
        }
    }
}
