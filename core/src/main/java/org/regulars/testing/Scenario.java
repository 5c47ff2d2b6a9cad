package org.regulars.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Correction;
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
 * A member about to do something, in a test of a rule set.
 *
 * <pre>{@code
 * given( RULES ).member( "ana" ).holding( 6, "stamps" )
 *     .buys( 1, "coffee", "3.00" )
 *     .earns( 1, "stamps" ).because( "One stamp for every coffee" )
 *     .andNothingElse();
 * }</pre>
 *
 * <p>What is not said is plain: a member who joined on 1 January 2020, is up to date and holds nothing, noon of 2
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
    private final @Nullable Outcome purchased;

    private Scenario(
            RuleSet rules,
            Member member,
            LocalDateTime moment,
            Purchase basket,
            int event,
            @Nullable Outcome purchased) {
        this.rules = rules;
        this.member = member;
        this.moment = moment;
        this.basket = basket;
        this.event = event;
        this.purchased = purchased;
    }

    /** The rules to test, and a member named {@code someone}. */
    public static Scenario given(RuleSet rules) {
        return new Scenario(rules, Member.of("someone", JOINED), NOON, Purchase.of("event", JOINED, "EUR"), 1, null);
    }

    /** A new member of this id, who holds nothing. */
    public Scenario member(String id) {
        return member(Member.of(id, Instant.parse(member.joined())));
    }

    /** A member made elsewhere. */
    public Scenario member(Member given) {
        return new Scenario(rules, given, moment, basket, event, purchased);
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
                id(),
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

    /** Asks for a reward with the purchase that follows: {@code asking( "breakfast" )}. */
    public Scenario asking(String reward) {
        return basket(basket.redeeming(reward));
    }

    /** Asks for so much of something with the purchase that follows: {@code asking( 500, "points" )}. */
    public Scenario asking(long amount, String reward) {
        return basket(basket.redeeming(amount, reward));
    }

    /** Asks for a reward without buying anything: {@code redeems( "breakfast" )}. */
    public OutcomeAssert redeems(String reward) {
        return redeems(1, reward);
    }

    /** Asks for so much of something without buying anything: {@code redeems( 500, "points" )}. */
    public OutcomeAssert redeems(long amount, String reward) {
        return decide(new Redemption(id(), instant(), reward, BigDecimal.valueOf(amount), basket.attributes()));
    }

    /** Does something that is not a purchase. */
    public OutcomeAssert does(String activity) {
        return decide(new Activity(id(), instant(), activity, basket.attributes()));
    }

    /**
     * Does nothing until then: noon of a date, {@code 2026-06-30}, or a time, {@code 2026-06-30T23:59}, in the program's
     * zone. What follows happens then too.
     */
    public OutcomeAssert waitsUntil(String dateOrTime) {
        Scenario then = dateOrTime.contains("T") ? at(dateOrTime) : on(dateOrTime);
        return then.decided(then.engine().advance(upToDate(), Instant.parse(then.instant())));
    }

    /** Staff put a balance right: {@code corrects( -50, "points", "counted twice" )}. */
    public OutcomeAssert corrects(long amount, String kind, String reason) {
        return corrects(String.valueOf(amount), kind, reason);
    }

    /** Staff put a balance right by an amount with decimals, as text. */
    public OutcomeAssert corrects(String amount, String kind, String reason) {
        return decide(new Correction(id(), instant(), new BigDecimal(amount), kind, reason, basket.attributes()));
    }

    /** Brings back some of the latest purchase: {@code returns( line( 2 ) )}, with {@link Return#line}. */
    public OutcomeAssert returns(Return.Part first, Return.Part... others) {
        return returns(purchased(), first, others);
    }

    /** Brings back some of an earlier purchase. */
    public OutcomeAssert returns(Outcome earlier, Return.Part first, Return.Part... others) {
        return reverse(earlier, Return.of(id(), Instant.parse(instant()), first, others));
    }

    /** Brings back all that is still kept of the latest purchase. */
    public OutcomeAssert returnsEverything() {
        return returnsEverything(purchased());
    }

    /** Brings back all that is still kept of an earlier purchase, or calls off an earlier redemption or activity. */
    public OutcomeAssert returnsEverything(Outcome earlier) {
        return reverse(earlier, Return.everything(id(), Instant.parse(instant())));
    }

    /**
     * The engine refuses this, and says why: {@code mayNot( ana -> ana.returns( line( 9 ) ), "line 9" )}.
     *
     * @param doing what the member tries
     * @param saying what the refusal says, in part
     * @return the member as before
     */
    public Scenario mayNot(Function<Scenario, OutcomeAssert> doing, String saying) {
        OutcomeAssert done;
        try {
            done = doing.apply(this);
        } catch (EventRefusedException refused) {
            if (!String.valueOf(refused.getMessage()).contains(saying)) {
                throw new AssertionError(
                        "Expected a refusal that says '" + saying + "', but it says: " + refused.getMessage(), refused);
            }
            return this;
        }
        throw new AssertionError("Expected a refusal that says '" + saying + "', but this came of it:\n\n"
                + done.outcome().explain());
    }

    /** Decides an event made elsewhere. */
    public OutcomeAssert decide(Event given) {
        return decided(engine().decide(upToDate(), given));
    }

    /** The ladders of tiers there are. */
    List<Tiers> ladders() {
        return rules.ladders();
    }

    private OutcomeAssert reverse(Outcome earlier, Return brought) {
        return decided(engine().reverse(member, earlier, brought));
    }

    private OutcomeAssert decided(Outcome outcome) {
        RuleCoverage.note(rules, outcome);
        Purchase next = new Purchase(
                basket.id(),
                basket.at(),
                basket.currency(),
                basket.lines(),
                basket.shipping(),
                List.of(),
                basket.attributes());
        boolean bought = outcome.purchase() != null && !outcome.repeated();
        return new OutcomeAssert(
                outcome,
                new Scenario(rules, outcome.memberAfter(), moment, next, event + 1, bought ? outcome : purchased));
    }

    private Outcome purchased() {
        if (purchased == null) {
            throw new IllegalStateException("Nothing was bought yet that could come back. Maybe buys( … ) first?");
        }
        return purchased;
    }

    private LoyaltyEngine engine() {
        return LoyaltyEngine.with(rules);
    }

    private String id() {
        return "event-" + event;
    }

    /** The member; of one who was only made up for the test, nothing has fallen due since they joined long ago. */
    private Member upToDate() {
        boolean madeUp = event == 1
                && member.joined().equals(JOINED.toString())
                && member.asOf().equals(JOINED.toString());
        return !madeUp
                ? member
                : new Member(
                        member.id(),
                        member.joined(),
                        instant(),
                        member.lastActive(),
                        member.attributes(),
                        member.lots(),
                        member.statuses(),
                        member.recent(),
                        member.lapsed(),
                        member.counted(),
                        member.returned());
    }

    private Scenario at(LocalDateTime when) {
        return new Scenario(rules, member, when, basket, event, purchased);
    }

    private Scenario basket(Purchase other) {
        return new Scenario(rules, member, moment, other, event, purchased);
    }

    private String instant() {
        return moment.atZone(rules.zone()).toInstant().toString();
    }
}
