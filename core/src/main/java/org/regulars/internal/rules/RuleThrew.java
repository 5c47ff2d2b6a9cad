package org.regulars.internal.rules;

/** What a condition or a consequence threw, and whose it is. */
final class RuleThrew extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient KnownRule rule;

    RuleThrew(KnownRule rule, Throwable cause) {
        super(cause);
        this.rule = rule;
    }

    KnownRule rule() {
        return rule;
    }
}
