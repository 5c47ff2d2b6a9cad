package org.regulars;

import java.time.Instant;
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
     * @return what they get for it, and the member to save
     * @throws EventRefusedException if the event or the member cannot be (a negative price, two
     *     currencies, an event before the member joined, a tier nobody knows, an id used for something else),
     *     or if a rule fails. Nothing has then changed.
     * @throws IllegalStateException if the rule set is closed
     */
    public Outcome decide(Member member, Event event) {
        return decider.decide(member, event);
    }

    /**
     * Brings a member up to date: what has lapsed by then goes, what is pending until then can be spent.
     *
     * <p>{@link #decide} does the same before it decides, so this is for those who want to see a member's
     * balance without an event, or write to members nightly. Doing it in one step or in many gives the same
     * member.
     *
     * @param to until when; earlier than the member's {@link Member#asOf}, nothing changes
     */
    public Outcome advance(Member member, Instant to) {
        return decider.decide(member, TimePassed.until(to));
    }
}
