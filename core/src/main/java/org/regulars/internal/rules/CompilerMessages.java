package org.regulars.internal.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;
import org.regulars.RuleProblem;

/**
 * What the compiler says, brought back to the merchant's file.
 *
 * <p>Drools often points at Java it generated, or nowhere. The words it quotes are then looked for in
 * the rule files.
 */
final class CompilerMessages {

    /** What a message speaks of, the most telling first. */
    private static final List<Pattern> QUOTES = List.of(
            Pattern.compile("expression: (.+?)(?: due to|$)"),
            Pattern.compile("Unable to find class: (\\S+)"),
            Pattern.compile("Expression (.+?):?$"),
            Pattern.compile("The method (\\w+\\()"),
            Pattern.compile("The constructor (\\w+\\()"),
            Pattern.compile("(\\$?\\w+(?:\\.\\w+)*) cannot be resolved"),
            Pattern.compile("[\"'](.+?)[\"']"));

    private final List<RuleFile> files;

    CompilerMessages(List<RuleFile> files) {
        this.files = files;
    }

    /** Where a file stands for the compiler, which takes only names it likes. */
    static String path(int index) {
        return "org/regulars/offers/file" + index + ".drl";
    }

    List<RuleProblem> problems(List<Message> messages) {
        Set<RuleProblem> problems = new LinkedHashSet<>();
        for (Message message : messages) {
            // The second message of a pair shows the Java that Drools generated; it helps no merchant.
            if (!message.getText().startsWith("Java source of")) {
                problems.add(problem(message));
            }
        }
        return List.copyOf(problems);
    }

    private RuleProblem problem(Message message) {
        String text = message.getText().lines().findFirst().orElse("").strip();
        for (int i = 0; i < files.size(); i++) {
            if (message.getPath() != null && message.getPath().endsWith(path(i))) {
                RuleFile file = files.get(i);
                return located(
                        List.of(file), text, new RuleProblem(file.name(), Math.max(0, message.getLine()), 0, text));
            }
        }
        return located(files, text, new RuleProblem("", 0, 0, text));
    }

    /** Where the words a message quotes stand; Drools' own line is often the next rule's, so it comes second. */
    private static RuleProblem located(List<RuleFile> files, String text, RuleProblem fallback) {
        for (Pattern pattern : QUOTES) {
            Matcher quoted = pattern.matcher(text);
            if (quoted.find()) {
                for (RuleFile file : files) {
                    int at = indexOfWord(quoted.group(1), file.text());
                    if (at >= 0) {
                        String before = file.text().substring(0, at);
                        int line =
                                1 + (int) before.chars().filter(c -> c == '\n').count();
                        return new RuleProblem(file.name(), line, at - before.lastIndexOf('\n'), text);
                    }
                }
            }
        }
        return fallback;
    }

    /** Where a text stands that does not begin in the middle of a word. */
    private static int indexOfWord(String wanted, String text) {
        int at = text.indexOf(wanted);
        while (at > 0 && Character.isLetter(text.charAt(at - 1)) && Character.isLetter(wanted.charAt(0))) {
            at = text.indexOf(wanted, at + 1);
        }
        return at;
    }
}
