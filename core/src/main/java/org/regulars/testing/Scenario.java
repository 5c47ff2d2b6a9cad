package org.regulars.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/**
 * A member about to do something, in a test of a rule set.
 *
 * <pre>{@code
 * given( RULES ).member( "ana" ).holding( 6, "stamps" )
 *     .buys( 1, "coffee", "3.00" )
 *     .earns( 1, "stamps" ).because( "One stamp for every coffee" )
 *     .andNothingElse();
 * }</pre>
 *
 * <p>What is not said is plain: a member who joined on 1 January 2020 and holds nothing, noon of 2
 * January 2026 in the program's zone, euros. Immutable; each call returns a new scenario.
 */
public final class Scenario {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 2, 12, 0);
    private static final Instant JOINED = Instant.parse("2020-01-01T00:00:00Z");

    private final RuleSet rules;
    private final Member member;
    private final LocalDateTime moment;
    private final Purchase basket;
    private final int event;

    private Scenario(RuleSet rules, Member member, LocalDateTime moment, Purchase basket, int event) {
        this.rules = rules;
        this.member = member;
        this.moment = moment;
        this.basket = basket;
        this.event = event;
    }

    /** The rules to test, and a member named {@code someone}. */
    public static Scenario given(RuleSet rules) {
        return new Scenario(rules, Member.of("someone", JOINED), NOON, Purchase.of("event", JOINED, "EUR"), 1);
    }

    /** A new member of this id, who holds nothing. */
    public Scenario member(String id) {
        return member(Member.of(id, Instant.parse(member.joined())));
    }

    /** A member made elsewhere. */
    public Scenario member(Member given) {
        return new Scenario(rules, given, moment, basket, event);
    }

    /** The member joined on this date, {@code 2024-02-29}, at the start of the day. */
    public Scenario joined(String date) {
        String start =
                LocalDate.parse(date).atStartOfDay(rules.zone()).toInstant().toString();
        return member(new Member(
                member.id(),
                start,
                start,
                member.lastActive(),
                member.attributes(),
                member.lots(),
                member.statuses(),
                member.recent(),
                member.lapsed(),
                member.counted(),
                member.returned()));
    }

    /** The member holds so much more of a kind. */
    public Scenario holding(long amount, String kind) {
        return member(member.holding(amount, kind));
    }

    /** The member holds so much more of a kind, with decimals as text. */
    public Scenario holding(String amount, String kind) {
        return member(member.holding(new BigDecimal(amount), kind));
    }

    /** The member has this tier. */
    public Scenario inTier(String tier) {
        return member(member.inTier(tier));
    }

    /** The member has this attribute: {@code having( "birthday", "1990-05-17" )}. */
    public Scenario having(String attribute, String text) {
        return member(member.with(attribute, text));
    }

    /** What follows happens at noon of this date, {@code 2026-11-21}, in the program's zone. */
    public Scenario on(String date) {
        return at(LocalDate.parse(date).atTime(LocalTime.NOON));
    }

    /** What follows happens at this time, {@code 2026-11-21T08:15}, in the program's zone. */
    public Scenario at(String dateTime) {
        return at(LocalDateTime.parse(dateTime));
    }

    /** What follows is in this currency. */
    public Scenario in(String currency) {
        return basket(new Purchase(
                basket.id(),
                basket.at(),
                currency,
                basket.lines(),
                basket.shipping(),
                basket.wishes(),
                basket.attributes()));
    }

    /** The event has this attribute: {@code by( "channel", "app" )}. */
    public Scenario by(String attribute, String text) {
        return basket(basket.with(attribute, text));
    }

    /** Delivery of what is bought costs so much. */
    public Scenario shipping(String amount) {
        return basket(basket.shipping(amount));
    }

    /** Buys so many of one thing, whose name is its category too, at a price each. */
    public OutcomeAssert buys(long quantity, String what, String price) {
        return buys(Line.of(quantity, what, what, price));
    }

    /** Buys these lines on one receipt. */
    public OutcomeAssert buys(Line... lines) {
        Purchase purchase = new Purchase(
                "event-" + event,
                instant(),
                basket.currency(),
                basket.lines(),
                basket.shipping(),
                basket.wishes(),
                basket.attributes());
        for (Line line : lines) {
            purchase = purchase.with(line);
        }
        return decide(purchase);
    }

    /** Does something that is not a purchase. */
    public OutcomeAssert does(String activity) {
        return decide(new Activity("event-" + event, instant(), activity, basket.attributes()));
    }

    /** Decides an event made elsewhere. */
    public OutcomeAssert decide(Event given) {
        Outcome outcome = LoyaltyEngine.with(rules).decide(member, given);
        RuleCoverage.note(rules, outcome);
        return new OutcomeAssert(outcome, new Scenario(rules, outcome.memberAfter(), moment, basket, event + 1));
    }

    private Scenario at(LocalDateTime when) {
        return new Scenario(rules, member, when, basket, event);
    }

    private Scenario basket(Purchase other) {
        return new Scenario(rules, member, moment, other, event);
    }

    private String instant() {
        return moment.atZone(rules.zone()).toInstant().toString();
    }
}
