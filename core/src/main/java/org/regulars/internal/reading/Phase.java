package org.regulars.internal.reading;

import java.util.Set;

/**
 * When a rule runs, which the facts it names decide, and what it may decide then.
 */
public enum Phase {
    /** Once, when the rule set is loaded. */
    PROGRAM("when the program is defined", Set.of()),
    /** When a reward is asked for: at the till, or when it happened if there is no purchase. */
    REDEMPTION(
            "when a reward is asked for",
            Set.of("Discount", "FreeItem", "FreeShipping", "Benefit", "Upgrade", "Convert", "PayWith", "Overdraft")),
    /** When the receipt is brought to the till. */
    TILL(
            "at the till",
            Set.of("Discount", "FreeItem", "FreeShipping", "Benefit", "Upgrade", "Convert", "PayWith", "Overdraft")),
    /** When something other than a purchase happened. */
    ACTIVITY(
            "when it happened",
            Set.of(
                    "Earn",
                    "Multiply",
                    "Bonus",
                    "Limit",
                    "FreeItem",
                    "Benefit",
                    "Upgrade",
                    "Convert",
                    "Extend",
                    "Forfeit",
                    "Overdraft")),
    /** When it is known what is paid for. */
    PAID(
            "when it is known what is paid",
            Set.of(
                    "Earn",
                    "Multiply",
                    "Bonus",
                    "Limit",
                    "FreeItem",
                    "FreeShipping",
                    "Benefit",
                    "Upgrade",
                    "Convert",
                    "Extend",
                    "Forfeit")),
    /** When everything has been earned and spent. */
    COUNTED(
            "when all is counted",
            Set.of("FreeItem", "FreeShipping", "Benefit", "Upgrade", "Convert", "Extend", "Forfeit"));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // every one is a Set.of
    private final Set<String> decisions;

    /** The same, for what is asked of every decision of every event. */
    @SuppressWarnings("ImmutableEnumChecker") // says the same of a class each time
    private final ClassValue<Boolean> allowed = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> decision) {
            return allows(decision.getSimpleName());
        }
    };

    Phase(String words, Set<String> decisions) {
        this.words = words;
        this.decisions = decisions;
    }

    /** The phase in words, to go on after "which is there" or "it runs". */
    public String words() {
        return words;
    }

    /** Whether a rule may make this decision now. */
    public boolean allows(String decision) {
        return decisions.contains(decision);
    }

    /** Whether a rule may make a decision of this type now. */
    public boolean allows(Class<?> decision) {
        return allowed.get(decision);
    }

    /** The last of the phases that these facts are there in; a rule on the member alone runs with the first. */
    public static Phase of(Set<String> facts) {
        if (facts.contains("Program")) {
            return PROGRAM;
        }
        if (facts.contains("Balance")) {
            return COUNTED;
        }
        if (facts.contains("Paid") || facts.contains("PaidItem")) {
            return PAID;
        }
        if (facts.contains("Activity") || facts.contains("Day") || facts.contains("Expired")) {
            return ACTIVITY;
        }
        boolean withPurchase = facts.contains("Purchase") || facts.contains("Item");
        return facts.contains("Redemption") && !withPurchase ? REDEMPTION : TILL;
    }
}
