package org.regulars.examples.friend;

import static org.regulars.examples.receipts.Visit.visit;

import java.math.BigDecimal;
import java.time.Instant;
import org.regulars.Activity;
import org.regulars.Granted;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Aoife brings Brian, who keeps what he bought; both are thanked. Then Brian stays away, and comes back. */
public final class BringAFriend {

    private static final Instant JOINED = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant BOUGHT = Instant.parse("2026-03-05T15:30:00Z");
    private static final Instant KEPT = Instant.parse("2026-03-20T03:00:00Z");
    private static final Instant REVIEWED = Instant.parse("2026-03-28T19:00:00Z");
    private static final Instant BACK = Instant.parse("2026-10-10T11:45:00Z");

    private BringAFriend() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** What happens to the two friends, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("bring-a-friend/bring-a-friend.drl")) {
            LoyaltyEngine shop = LoyaltyEngine.with(rules);
            Member aoife = Member.of("Aoife", JOINED).holding(120, "points");

            Outcome joined = shop.decide(
                    Member.of("Brian", JOINED),
                    Activity.of("web-1", JOINED, "joined").with("brought by", "Aoife"));
            Outcome bought = shop.decide(
                    joined.memberAfter(), Purchase.of("till-1", BOUGHT, "EUR").with(1, "kettle", "kitchen", "49.90"));
            // Every night the shop lets time pass for its members, and hears who is to be thanked.
            Outcome kept = shop.advance(bought.memberAfter(), KEPT);
            Outcome thanked = isThanked(kept)
                    ? shop.decide(aoife, Activity.of("night-1", KEPT, "a friend has stayed"))
                    : shop.advance(aoife, KEPT);
            Outcome reviewed = shop.decide(
                    kept.memberAfter(),
                    Activity.of("web-2", REVIEWED, "reviewed").with("letters", new BigDecimal("140")));
            Outcome back = shop.decide(
                    reviewed.memberAfter(), Purchase.of("till-2", BACK, "EUR").with(1, "toaster", "kitchen", "39.90"));

            return visit("Brian joins, brought by Aoife", joined)
                    + visit("Brian's first purchase", bought)
                    + visit("Two weeks later Brian has kept it", kept)
                    + visit("Aoife is thanked", thanked)
                    + visit("Brian writes a review", reviewed)
                    + visit("Brian comes back after more than half a year", back);
        }
    }

    /** Whether a friend was told of, who is then to be thanked. */
    private static boolean isThanked(Outcome outcome) {
        return outcome.due().stream()
                .flatMap(due -> due.granted().stream())
                .anyMatch(each ->
                        each.sort() == Granted.Sort.BENEFIT && each.what().equals("thanks to the friend"));
    }
}
