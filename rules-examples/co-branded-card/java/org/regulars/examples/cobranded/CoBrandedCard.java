package org.regulars.examples.cobranded;

import static org.regulars.examples.receipts.Visit.visit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.RuleSet;

/** Jonas pays with the card at the grocer's and elsewhere; the grocer and the bank settle what that cost. */
public final class CoBrandedCard {

    private static final Instant JOINED = Instant.parse("2026-10-30T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T17:30:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-07T13:10:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-12T18:05:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-13T10:00:00Z");

    private CoBrandedCard() {}

    /** Prints the receipts and the settlement. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a month, and who pays whom for it, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = rules()) {
            LoyaltyEngine card = LoyaltyEngine.with(rules);

            Outcome tuesday = card.decide(
                    Member.of("Jonas", JOINED),
                    Purchase.of("till-4-118", TUESDAY, "EUR")
                            .with("merchant", "grocer")
                            .with("tender", "card")
                            .with("paid by gift card", new BigDecimal("10.00"))
                            .with(1, "week's shopping", "groceries", "48.60")
                            .with(Line.of(2, "pasta", "groceries", "1.45").with("brand", "own")));
            Outcome saturday = card.decide(
                    tuesday.memberAfter(),
                    Purchase.of("trip-77", SATURDAY, "EUR")
                            .with("merchant", "travel agent")
                            .with("tender", "card")
                            .with(1, "a week in Porto", "travel", "689.00"));
            Outcome thursday = card.decide(
                    saturday.memberAfter(),
                    Purchase.of("till-2-904", THURSDAY, "EUR")
                            .with("merchant", "grocer")
                            .with("tender", "card")
                            .with(1, "kettle", "household", "24.90")
                            .with(1, "coffee", "groceries", "7.80")
                            .redeeming(2000, "pay with points"));
            Outcome friday =
                    card.reverse(thursday.memberAfter(), thursday, Return.of("back-1", FRIDAY, Return.line(1)));

            Purchase kept = Objects.requireNonNull(
                    Objects.requireNonNull(friday.reversal()).kept());
            Settlement november = new Settlement(new BigDecimal("0.005"))
                    .add(tuesday)
                    .add(saturday)
                    .add(thursday)
                    .replace(thursday, card.decide(thursday.memberBefore(), kept));

            return visit("Tuesday at the grocer's: points of both", tuesday)
                    + visit("A journey: points of the bank, and its welcome", saturday)
                    + visit("Thursday: 2000 points pay at the till", thursday)
                    + visit("Friday: the kettle comes back", friday)
                    + "=== Settlement for November\n\n" + november.text() + "\n";
        }
    }

    /** The rules of both, and what they have agreed on. */
    static RuleSet rules() {
        return RuleSet.fromClasspath(
                "co-branded-card/co-branded-card.drl",
                "co-branded-card/the-grocer.drl",
                "co-branded-card/the-bank.drl");
    }
}
