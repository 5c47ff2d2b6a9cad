package org.regulars;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Rule files could not be loaded; it carries everything that is wrong with them at once. */
public final class RuleSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<RuleProblem> problems;

    /** Made by {@link RuleSet}. */
    public RuleSetException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::shown).collect(Collectors.joining("\n")));
        this.problems = new ArrayList<>(problems);
    }

    /** All problems, warnings too, in the order of files and lines. */
    public List<RuleProblem> problems() {
        return Collections.unmodifiableList(problems);
    }
}
