package org.regulars.examples.members;

import static org.regulars.examples.receipts.Visit.visit;

import java.time.Instant;
import java.time.LocalDate;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Ida, a member for five years on 14 March, shops after it and on her birthday; Jens is new; and autumn comes. */
public final class LongStandingMembers {

    private static final Instant JOINED = Instant.parse("2021-03-14T10:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T15:20:00Z");
    private static final Instant SPRING = Instant.parse("2026-03-20T15:20:00Z");
    private static final Instant BIRTHDAY = Instant.parse("2026-05-17T11:05:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-02T09:00:00Z");

    private LongStandingMembers() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few visits, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("long-standing-members/long-standing-members.drl")) {
            LoyaltyEngine shop = LoyaltyEngine.with(rules);
            Member ida = Member.of("Ida", JOINED).with("birthday", LocalDate.of(1990, 5, 17));

            // Everything up to the day before, so that the receipts show what is new.
            Member before = shop.advance(ida, MARCH).memberAfter();
            Outcome spring = shop.decide(
                    before,
                    Purchase.of("8001", SPRING, "EUR")
                            .with(1, "wool coat", "clothes", "189.00")
                            .with(2, "shorter sleeves", "alteration", "15.00")
                            .shipping("5.90"));
            Outcome birthday = shop.decide(
                    spring.memberAfter(),
                    Purchase.of("8002", BIRTHDAY, "EUR")
                            .with(1, "linen shirt", "clothes", "79.00")
                            .with(1, "pair of socks", "clothes", "9.00"));
            Outcome november = shop.advance(birthday.memberAfter(), NOVEMBER);
            Outcome jens = shop.decide(
                    Member.of("Jens", MARCH),
                    Purchase.of("8101", SPRING, "EUR")
                            .with(1, "belt", "clothes", "35.50")
                            .shipping("5.90"));

            return visit("A week after the fifth anniversary: points, alterations, and 6 percent off", spring)
                    + visit("The birthday: socks, and 15 off", birthday)
                    + visit("November: an invitation", november)
                    + visit("Jens is new: points instead of a discount", jens);
        }
    }
}
