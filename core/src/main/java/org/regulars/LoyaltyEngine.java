package org.regulars;

import java.time.Instant;
import java.util.List;
import org.regulars.internal.deciding.Decider;

/**
 * Decides what a member gets for an event, by the rules of one {@link RuleSet}.
 *
 * <p>Pure: no clock, no input or output, no memory; the same rules, member and event give an equal
 * outcome on any thread at any time. One engine serves any number of threads.
 */
public final class LoyaltyEngine {

    private final Decider decider;

    private LoyaltyEngine(Decider decider) {
        this.decider = decider;
    }

    /** An engine for these rules. Closing the rule set ends the engine too. */
    public static LoyaltyEngine with(RuleSet rules) {
        return new LoyaltyEngine(new Decider(rules.program()));
    }

    /**
     * Decides one event.
     *
     * <p>The same event decided again, for a member who remembers it, grants nothing and says so ({@link
     * Outcome#repeated}).
     *
     * @param member the member as last saved
     * @param event what they did
     * @param facts what else the application knows of it that rules ask for, each of a class declared by {@link
     *     RuleLoader#facts}. They are there while this event is decided, not for what the calendar brings before it.
     * @return what they get for it, and the member to save
     * @throws EventRefusedException if the event or the member cannot be (a negative price, two
     *     currencies, an event before the member joined, a tier nobody knows, an id used for something else, a
     *     fact of a class the rules were not told of, more facts than {@link Bounds#facts}),
     *     or if a rule fails. Nothing has then changed.
     * @throws IllegalStateException if the rule set is closed
     */
    public Outcome decide(Member member, Event event, Object... facts) {
        return decider.decide(member, event, List.of(facts));
    }

    /**
     * Takes a purchase back, in part or whole; or calls a redemption or an activity off.
     *
     * <p>What was kept is decided again by the same rules, for the member as they were and at its own time, and
     * the difference is posted to the member as they are now: so much is taken back as was given for what comes back, never
     * at today's rate. If these are not the rules that decided then (their {@link RuleSet#fingerprint} differs from
     * {@link Outcome#rules}), the shares recorded in the outcome are taken instead. Returning all parts one by one, in
     * any order, comes to the same as returning everything, in money and in kinds that are taken back in full.
     *
     * @param member the member as last saved
     * @param outcome what {@link #decide} said of it, not what a return of it did; the same for each of several returns
     * @param brought what comes back
     * @param facts the same facts of the application's own as {@link #decide} was given, if any
     * @return what it comes to, and the member to save
     * @throws EventRefusedException if that cannot come back (more than is still kept, a line that was not bought,
     *     the same return a second time, a return, an outcome of another member). Nothing has then changed.
     */
    public Outcome reverse(Member member, Outcome outcome, Return brought, Object... facts) {
        return decider.reverse(member, outcome, brought, List.of(facts));
    }

    /**
     * Brings a member up to date: what is pending until then can be spent, tiers that end by then end,
     * rules answer the days between, and what has lapsed by then goes, all in the order of time.
     *
     * <p>{@link #decide} does the same before it decides, so this is for those who want to see a member's
     * balance without an event, or write to members nightly. Doing it in one step or in many gives the same
     * member.
     *
     * @param to until when; earlier than the member's {@link Member#asOf}, nothing changes
     */
    public Outcome advance(Member member, Instant to) {
        return decider.decide(member, TimePassed.until(to), List.of());
    }
}
