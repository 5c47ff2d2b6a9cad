package org.regulars;

import java.util.concurrent.atomic.AtomicInteger;

/** Rules that end when nobody needs them any more: neither the directory they came from nor a decision under way. */
final class RulesInUse {

    private final RuleSet rules;
    private final LoyaltyEngine engine;

    /** The directory, while these are its rules, and every decision under way. */
    private final AtomicInteger holders = new AtomicInteger(1);

    RulesInUse(RuleSet rules) {
        this.rules = rules;
        this.engine = LoyaltyEngine.with(rules);
    }

    RuleSet rules() {
        return rules;
    }

    LoyaltyEngine engine() {
        return engine;
    }

    /** Holds them open; false if they have ended. */
    boolean take() {
        return holders.getAndUpdate(before -> before == 0 ? 0 : before + 1) > 0;
    }

    /** Lets go of them; who is the last to do so ends them. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            rules.close();
        }
    }
}
