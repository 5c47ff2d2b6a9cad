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
            Pattern.compile("The method (\\w+)\\("),
            Pattern.compile("The constructor (\\w+)\\("),
            Pattern.compile("(\\$?\\w+(?:\\.\\w+)*) cannot be resolved"),
            Pattern.compile("[\"'](.+?)[\"']"));

    private final List<RuleFile> files;

    CompilerMessages(List<RuleFile> files) {
        this.files = files;
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
        for (RuleFile file : files) {
            if (message.getPath() != null && message.getPath().endsWith(file.name())) {
                return message.getLine() > 0
                        ? new RuleProblem(file.name(), message.getLine(), 0, text)
                        : located(List.of(file), text, file.name());
            }
        }
        return located(files, text, "");
    }

    private static RuleProblem located(List<RuleFile> files, String text, String fallback) {
        for (Pattern pattern : QUOTES) {
            Matcher quoted = pattern.matcher(text);
            if (quoted.find()) {
                for (RuleFile file : files) {
                    int at = file.text().indexOf(quoted.group(1));
                    if (at >= 0) {
                        String before = file.text().substring(0, at);
                        int line =
                                1 + (int) before.chars().filter(c -> c == '\n').count();
                        return new RuleProblem(file.name(), line, at - before.lastIndexOf('\n'), text);
                    }
                }
            }
        }
        return new RuleProblem(fallback, 0, 0, text);
    }
}
