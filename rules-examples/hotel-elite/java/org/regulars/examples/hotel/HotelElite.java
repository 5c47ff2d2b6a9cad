package org.regulars.examples.hotel;

import static org.regulars.examples.receipts.Visit.visit;

import java.math.BigDecimal;
import java.time.Instant;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Ines stays with her family, pays half of a room with points, and lands softly after a quiet year. */
public final class HotelElite {

    private static final Instant WINTER = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant SPRING = Instant.parse("2026-04-06T09:40:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-12T08:15:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2028-01-01T00:00:00Z");

    private HotelElite() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of two stays and of a new year, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("hotel-elite/hotel-elite.drl")) {
            LoyaltyEngine hotel = LoyaltyEngine.with(rules);
            Outcome winter = hotel.decide(
                    Member.of("Ines", WINTER),
                    Purchase.of("stay-12", WINTER, "EUR").with(room(1, 46, "1980.00")));

            Outcome family = hotel.decide(
                    winter.memberAfter(),
                    Purchase.of("stay-31", SPRING, "EUR")
                            .with(room(1, 4, "648.20"))
                            .with(room(2, 4, "412.37"))
                            .with(1, "dinner", "restaurant", "96.00"));
            Outcome business = hotel.decide(
                    family.memberAfter(),
                    Purchase.of("stay-78", SUMMER, "EUR")
                            .with(room(1, 1, "99.00"))
                            .redeeming(20000, "pay with points"));
            Outcome quiet = hotel.advance(business.memberAfter(), NEW_YEAR);

            return visit("Two rooms at Easter: points for both, nights for one, and Platinum", family)
                    + visit("One night in summer, half of it paid with points", business)
                    + visit("Nothing in 2027: one step down", quiet);
        }
    }

    private static Line room(int number, long nights, String total) {
        return Line.totalling(BigDecimal.valueOf(nights), "double room", "room", new BigDecimal(total))
                .with("room", BigDecimal.valueOf(number));
    }
}
