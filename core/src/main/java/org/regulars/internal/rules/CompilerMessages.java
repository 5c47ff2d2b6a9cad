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
            Pattern.compile("The constructor (\\w+\\()"),
            Pattern.compile("(\\$?\\w+(?:\\.\\w+)*) cannot be resolved"),
            Pattern.compile("[\"'](.+?)[\"']"));

    /** A call that does not fit: the word, its type, and all that is said of its arguments. */
    private static final Pattern METHOD = Pattern.compile("The method (\\w+)\\(.*?\\) .*?the type (\\w+)(.*)");

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
        Matcher method = METHOD.matcher(text);
        if (method.find()) {
            boolean decimal = method.group(3).contains("double");
            String mend = decimal ? ". A decimal is written as text. Maybe \"0.5\" instead of 0.5?" : "";
            // A call of this type's own word, and if it is about a decimal, one that has a decimal in it.
            Pattern call = Pattern.compile("\\b" + method.group(2) + "\\s*\\.\\s*" + method.group(1) + "\\("
                    + (decimal ? "\\s*\\d+\\.\\d" : "") + "|\\." + method.group(1) + "\\("
                    + (decimal ? "\\s*\\d+\\.\\d" : ""));
            for (RuleFile file : files) {
                Matcher found = call.matcher(file.text());
                if (found.find()) {
                    return at(file, found.start(), text + mend);
                }
            }
        }
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

    private static RuleProblem at(RuleFile file, int offset, String message) {
        String before = file.text().substring(0, offset);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new RuleProblem(file.name(), line, offset - before.lastIndexOf('\n'), message);
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
