package org.regulars.internal.prose;

import java.util.stream.Collectors;
import org.regulars.Terms;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.syntax.RuleText;

/** Writes the terms of a program. */
public final class Prose {

    private Prose() {}

    /** The terms of these rules. */
    public static Terms of(CompiledRules rules) {
        String names = rules.texts().stream().map(RuleText::name).collect(Collectors.joining("\n"));
        return new Terms(names, names);
    }
}
