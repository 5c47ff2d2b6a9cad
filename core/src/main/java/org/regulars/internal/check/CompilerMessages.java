package org.regulars.internal.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;

/**
 * What the compiler says, brought back to the merchant's file.
 *
 * <p>Drools often points at Java it generated, or nowhere. The words it quotes are then looked for in
 * the rule files.
 */
public final class CompilerMessages {

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

    /** For what the compiler says of these files. */
    public CompilerMessages(List<RuleFile> files) {
        this.files = files;
    }

    /** Where a file stands for the compiler, which takes only names it likes. */
    public static String path(int index) {
        return "org/regulars/offers/file" + index + ".drl";
    }

    /** Tells what the compiler said. */
    public void tell(List<Message> messages, Problems problems) {
        for (Message message : messages) {
            // The second message of a pair shows the Java that Drools generated; it helps no merchant.
            if (!message.getText().startsWith("Java source of")) {
                tell(message, problems);
            }
        }
    }

    private void tell(Message message, Problems problems) {
        String text = message.getText().lines().findFirst().orElse("").strip();
        for (int i = 0; i < files.size(); i++) {
            if (message.getPath() != null && message.getPath().endsWith(path(i))) {
                RuleFile file = files.get(i);
                if (!isLocated(List.of(file), text, problems)) {
                    problems.error(file, Math.max(0, message.getLine()), 0, text);
                }
                return;
            }
        }
        if (!isLocated(files, text, problems)) {
            problems.error("", text);
        }
    }

    /** Where the words a message quotes stand; Drools' own line is often the next rule's, so it comes second. */
    private static boolean isLocated(List<RuleFile> files, String text, Problems problems) {
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
                    problems.error(file, found.start(), text + mend);
                    return true;
                }
            }
        }
        for (Pattern pattern : QUOTES) {
            Matcher quoted = pattern.matcher(text);
            if (quoted.find()) {
                for (RuleFile file : files) {
                    int at = indexOfWord(quoted.group(1), file.text());
                    if (at >= 0) {
                        problems.error(file, at, text);
                        return true;
                    }
                }
            }
        }
        return false;
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
