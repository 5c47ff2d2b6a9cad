package org.regulars.internal.syntax;

import java.util.List;
import java.util.Set;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.RuleFile;

/**
 * A rule, read word by word.
 *
 * @param rule the rule
 * @param nameAt where its name stands in the file
 * @param when its conditions
 * @param then what it does, one term a statement
 * @param otherWords the words of what could not be read after {@code then}
 * @param isWhole whether all lines after {@code when} could be read
 * @param whenTokens the tokens between {@code when} and {@code then}
 * @param thenTokens the tokens between {@code then} and {@code end}
 */
public record RuleText(
        ParsedRule rule,
        int nameAt,
        Part.All when,
        List<Term> then,
        Set<String> otherWords,
        boolean isWhole,
        List<Token> whenTokens,
        List<Token> thenTokens) {

    /** The file it stands in. */
    public RuleFile file() {
        return rule.file();
    }

    /** The offset of its last word but {@code end}, or of its name. */
    public int end() {
        return thenTokens.isEmpty()
                ? nameAt
                : thenTokens.get(thenTokens.size() - 1).at();
    }

    /** The rule's name. */
    public String name() {
        return rule.offer().name();
    }

    /** What stands in the file for a term. */
    public String source(Term term) {
        return file().text().substring(term.at(), term.end());
    }
}
