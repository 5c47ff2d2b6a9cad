package org.regulars.corpus;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.EventRefusedException;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.RuleSet;
import org.regulars.program.Tiers;

/**
 * Some weeks in the life of a member: a purchase of a dozen lines on their birthday, with two wishes; two activities, a wish
 * without a purchase, six weeks in which nothing happens but an anniversary, and all that was bought is brought back.
 */
final class Life {

    private static final Instant SATURDAY = Instant.parse("2026-06-06T10:30:00Z");

    private static final Purchase PURCHASE = Purchase.of("till-1", SATURDAY, "EUR")
            .with(2, "latte", "coffee", "4.00")
            .with(1, "espresso", "coffee", "2.50")
            .with(3, "croissant", "bakery", "1.80")
            .with(1, "green tea", "tea", "3.20")
            .with(6, "cone", "ice cream", "2.00")
            .with(2, "pinot", "wine", "12.00")
            .with(1, "gift card 25", "gift card", "25.00")
            .with(Line.totalling(new BigDecimal("1.250"), "apples", "fresh", new BigDecimal("4.99")))
            .with(4, "pen", "pens", "1.50")
            .with(1, "cheesecake", "cakes", "24.00")
            .with(Line.of(3, "soap", "drugstore", "2.20")
                    .with("colour", "blue")
                    .with("worth", new BigDecimal("3"))
                    .with("best before", LocalDate.parse("2026-09-30")))
            .with(1, "pot", "kitchen", "49.90")
            .shipping("4.90")
            .with("channel", "app")
            .with("tax", new BigDecimal("10.00"))
            .with("store credit", new BigDecimal("5"))
            .with("valid until", LocalDate.parse("2026-12-31"))
            .redeeming("mug")
            .redeeming(50, "pay with points");

    private static final List<Event> LATER = List.of(
            Activity.of("act-1", Instant.parse("2026-06-07T09:00:00Z"), "joined"),
            Activity.of("act-2", Instant.parse("2026-06-07T09:05:00Z"), "reviewed")
                    .with("letters", new BigDecimal("150"))
                    .with("channel", "app")
                    .with("bought on", LocalDate.parse("2026-06-06")),
            Redemption.of("wish-1", Instant.parse("2026-06-08T18:00:00Z"), "mug")
                    .with("channel", "app")
                    .with("table", new BigDecimal("7"))
                    .with("on", LocalDate.parse("2026-06-08")));

    private static final Instant SIX_WEEKS_ON = Instant.parse("2026-07-20T00:00:00Z");
    private static final Return EVERYTHING = Return.everything("return-1", Instant.parse("2026-07-21T12:00:00Z"));

    /** Of no consequence: by such rules the member has grown old without a day on which anything was asked. */
    private static final RuleSet YEARS_BEFORE = RuleSet.fromText("""
            rule "1 point"
            when
                Paid()
            then
                insert( Bonus.of( 1, "points" ) );
            end
            """);

    private static final Member OLD = LoyaltyEngine.with(YEARS_BEFORE)
            .advance(
                    Member.of("ana", Instant.parse("2020-06-12T08:00:00Z"))
                            .with("birthday", LocalDate.parse("1990-06-06"))
                            .with("shop", "Oslo")
                            .with("children", new BigDecimal("2"))
                            .with("card since", LocalDate.parse("2020-06-06")),
                    Instant.parse("2026-06-01T00:00:00Z"))
            .memberAfter();

    private final LoyaltyEngine engine;
    private final Object[] facts;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<EventRefusedException> refusals = new ArrayList<>();
    private Member member;

    private Life(RuleSet rules, Object[] facts) {
        this.engine = LoyaltyEngine.with(rules);
        this.facts = facts;
        this.member = ana(rules);
    }

    /** The life by these rules, to its end, whatever the rules refuse in it. */
    static Life by(RuleSet rules, Object... facts) {
        Life life = new Life(rules, facts);
        life.pass();
        return life;
    }

    /** What came of the events that were not refused, in order. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Why the others were. */
    List<EventRefusedException> refusals() {
        return refusals;
    }

    private static Member ana(RuleSet rules) {
        Member ana = OLD.holding(500, "points")
                .holding(20, "stamps")
                .holding(60, "stars")
                .holding(30, "miles");
        for (Tiers ladder : rules.ladders()) {
            ana = ana.inTier(ladder.names().get(Math.min(1, ladder.names().size() - 1)));
        }
        return ana;
    }

    private void pass() {
        Outcome bought = live(() -> engine.decide(member, PURCHASE, facts));
        for (Event event : LATER) {
            live(() -> engine.decide(member, event, facts));
        }
        live(() -> engine.advance(member, SIX_WEEKS_ON));
        if (bought != null) {
            live(() -> engine.reverse(member, bought, EVERYTHING, facts));
        }
    }

    private @Nullable Outcome live(Supplier<Outcome> event) {
        try {
            Outcome outcome = event.get();
            outcomes.add(outcome);
            member = outcome.memberAfter();
            return outcome;
        } catch (EventRefusedException e) {
            refusals.add(e);
            return null;
        }
    }
}
