package org.regulars.internal.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.regulars.RuleProblem;
import org.regulars.RuleProblem.Severity;

/** What has been found wrong so far. */
public final class Problems {

    private static final Comparator<RuleProblem> IN_ORDER = Comparator.comparing(RuleProblem::file)
            .thenComparingInt(RuleProblem::line)
            .thenComparingInt(RuleProblem::column)
            .thenComparing(RuleProblem::message);

    private final Set<RuleProblem> found = new LinkedHashSet<>();

    /** Something wrong with all files, or with one as a whole. */
    public void error(String file, String message) {
        found.add(new RuleProblem(file, 0, 0, Severity.ERROR, message, ""));
    }

    /** Something wrong at a line and column, both from 1; column 0 for the whole line. */
    public void error(RuleFile file, int line, int column, String message) {
        add(file, line, column, Severity.ERROR, message);
    }

    /** Something wrong at a letter of the file, from 0. */
    public void error(RuleFile file, int offset, String message) {
        add(file, file.lineOf(offset), file.columnOf(offset), Severity.ERROR, message);
    }

    /** Something at a letter of the file, from 0, that is probably not meant so. */
    public void warning(RuleFile file, int offset, String message) {
        add(file, file.lineOf(offset), file.columnOf(offset), Severity.WARNING, message);
    }

    /** What others found. */
    public void addAll(Collection<RuleProblem> problems) {
        found.addAll(problems);
    }

    /** What others found on lines on which no error has been told yet, so that no mistake is told twice in other words. */
    public void addUntold(Collection<RuleProblem> problems) {
        Set<RuleProblem> told = Set.copyOf(found);
        for (RuleProblem problem : problems) {
            boolean untold = told.stream()
                    .noneMatch(other -> other.severity() == Severity.ERROR
                            && other.file().equals(problem.file())
                            && other.line() == problem.line());
            if (untold) {
                found.add(problem);
            }
        }
    }

    /** Whether an error was found on one of these lines, the last one included. */
    public boolean hasErrors(RuleFile file, int fromLine, int toLine) {
        return found.stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR
                        && problem.file().equals(file.name())
                        && problem.line() >= fromLine
                        && problem.line() <= toLine);
    }

    /** Whether anything was found with which the rules cannot be used. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** Whether such a thing was found in this file. */
    public boolean hasErrors(RuleFile file) {
        return found.stream()
                .anyMatch(problem ->
                        problem.severity() == Severity.ERROR && problem.file().equals(file.name()));
    }

    /** Everything, in the order of files, lines and columns; nothing is warned of where there is an error. */
    public List<RuleProblem> all() {
        return found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR || !isWrongAt(problem))
                .sorted(IN_ORDER)
                .toList();
    }

    private boolean isWrongAt(RuleProblem warning) {
        return found.stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR
                        && problem.file().equals(warning.file())
                        && problem.line() == warning.line()
                        && problem.column() == warning.column());
    }

    private void add(RuleFile file, int line, int column, Severity severity, String message) {
        found.add(new RuleProblem(file.name(), line, column, severity, message, file.line(line)));
    }
}
