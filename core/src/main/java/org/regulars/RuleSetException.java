package org.regulars;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files could not be loaded; it carries everything that is wrong with them at once. */
public final class RuleSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    /** Made by {@link RuleSet}. */
    public RuleSetException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of files and lines. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
