package org.regulars.examples.command;

import java.util.List;
import org.regulars.RuleProblem;
import org.regulars.RuleProblem.Severity;

/** Problems of rule files as a merchant reads them: each with its line and a caret, and a last line that counts. */
final class ProblemReport {

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final List<RuleProblem> problems;
    private final int files;
    private final int offers;
    private final boolean strict;
    private final boolean colours;

    ProblemReport(List<RuleProblem> problems, int files, int offers, boolean strict, boolean colours) {
        this.problems = problems;
        this.files = files;
        this.offers = offers;
        this.strict = strict;
        this.colours = colours;
    }

    /** Whether such rules cannot be used, or are not to be. */
    static boolean isRefused(List<RuleProblem> problems, boolean strict) {
        return strict
                ? !problems.isEmpty()
                : problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (RuleProblem problem : problems) {
            text.append(shown(problem)).append("\n\n");
        }
        return text.append(lastLine()).append('\n').toString();
    }

    private String lastLine() {
        if (problems.isEmpty()) {
            return coloured(GREEN, counted(files, "file") + ", " + counted(offers, "offer") + ": all is well");
        }
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        long warnings = problems.size() - errors;
        long concerned = problems.stream()
                .map(RuleProblem::file)
                .filter(file -> file.endsWith(".drl"))
                .distinct()
                .count();
        String what = errors == 0 ? "" : counted(errors, "error");
        if (warnings > 0) {
            what += (what.isEmpty() ? "" : ", ") + counted(warnings, "warning");
        }
        if (files > 1 && concerned > 0) {
            what += " in " + concerned + " of " + files + " files";
        }
        if (errors == 0) {
            what += strict ? ", taken for errors" : ": the rules can be used";
        }
        return coloured(isRefused(problems, strict) ? RED : YELLOW, what);
    }

    /** As {@link RuleProblem#shown} has it; on a terminal with the place in bold and the caret in colour. */
    private String shown(RuleProblem problem) {
        String shown = problem.shown();
        if (!colours) {
            return shown;
        }
        String colour = problem.severity() == Severity.WARNING ? YELLOW : RED;
        String line = problem.toString();
        String place = line.substring(0, line.length() - problem.message().length());
        String below = shown.substring(line.length());
        if (below.endsWith("^")) {
            below = below.substring(0, below.length() - 1) + coloured(colour, "^");
        }
        return coloured(BOLD, place.replace("warning: ", ""))
                + coloured(colour, line.substring(place.replace("warning: ", "").length()))
                + below;
    }

    private String coloured(String colour, String text) {
        return colours && !text.isEmpty() ? colour + text + PLAIN : text;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
