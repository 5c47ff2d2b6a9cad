package org.regulars.internal.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.syntax.Reader.UnreadableException;

/**
 * Reads the rules of a file word by word.
 *
 * <p>Drools' own parsers give lines at best, so that a name that stands in a remark or text before would be pointed at
 * in its stead. Here every word keeps its place, and what cannot be read is left out, because the compiler reads it too.
 */
public final class RuleReader {

    private final List<Token> tokens;
    private final Reader in;
    private boolean whole = true;

    private RuleReader(List<Token> tokens) {
        this.tokens = tokens;
        this.in = new Reader(tokens, 0);
    }

    /** The rules of a file, as far as they were found in its text. */
    public static List<RuleText> read(ParsedFile file) {
        RuleReader reader = new RuleReader(Token.of(file.file().text()));
        List<RuleText> read = new ArrayList<>();
        for (ParsedRule rule : file.rules()) {
            if (reader.goTo(rule.offer().name())) {
                read.add(reader.rule(rule));
            }
        }
        return read;
    }

    /** Goes to the name of the next rule of this name. */
    private boolean goTo(String name) {
        int from = in.position();
        while (!in.atEnd()) {
            if (in.take().is("rule") && nameOf(in.peek()).equals(name)) {
                return true;
            }
        }
        in.back(from);
        return false;
    }

    private static String nameOf(Token token) {
        return token.sort() == Token.Sort.TEXT
                ? token.text().substring(1, token.text().length() - 1)
                : token.text();
    }

    private RuleText rule(ParsedRule rule) {
        whole = true;
        int nameAt = in.take().at();
        while (!in.atEnd() && !in.peek().is("when") && !in.peek().is("then")) {
            in.take();
        }
        in.takeIf("when");
        int whenFrom = in.position();
        List<Part> parts = new ArrayList<>();
        while (!in.atEnd() && !in.peek().is("then")) {
            int before = in.position();
            parts.add(part());
            boolean goesOn = in.takeIf(";") || in.position() > before;
            if (!goesOn) {
                whole = false;
                in.take();
            }
        }
        int whenTo = in.position();
        in.takeIf("then");
        int thenFrom = in.position();
        List<Term> statements = new ArrayList<>();
        Set<String> otherWords = new HashSet<>();
        while (!in.atEnd() && !in.peek().is("end")) {
            statement(statements, otherWords);
        }
        return new RuleText(
                rule,
                nameAt,
                new Part.All(parts),
                statements,
                otherWords,
                whole,
                tokens.subList(whenFrom, whenTo),
                tokens.subList(thenFrom, in.position()));
    }

    private void statement(List<Term> statements, Set<String> otherWords) {
        int from = in.position();
        try {
            Term term = new TermReader(in).term();
            in.expect(";");
            statements.add(term);
            return;
        } catch (UnreadableException e) {
            in.back(from);
        }
        // At least one token further, so that this ends.
        do {
            otherWords.add(in.take().text());
        } while (!in.atEnd()
                && !in.peek().is("end")
                && !in.peek().is("insert")
                && !in.peek(-1).is(";")
                && !in.peek(-1).is("{")
                && !in.peek(-1).is("}"));
    }

    private Part part() {
        int from = in.position();
        try {
            return either();
        } catch (UnreadableException e) {
            whole = false;
            in.back(from);
            in.take();
            in.skipTo("then");
            return new Part.Unread();
        }
    }

    private Part either() {
        List<Part> parts = new ArrayList<>(List.of(both()));
        while (in.takeIf("or") || in.takeIf("||")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.get(0) : new Part.Any(parts);
    }

    private Part both() {
        List<Part> parts = new ArrayList<>(List.of(one()));
        while (in.takeIf("and") || in.takeIf("&&")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Part.All(parts);
    }

    private Part one() {
        Token first = in.peek();
        if (first.is("not")) {
            in.take();
            return new Part.None(first.at(), one());
        }
        if (in.takeIf("exists")) {
            return new Part.Some(one());
        }
        if (in.takeIf("(")) {
            Part inner = in.peek().is("and") || in.peek().is("or") ? prefixed() : either();
            in.expect(")");
            return inner;
        }
        return pattern();
    }

    private Part prefixed() {
        boolean all = in.take().is("and");
        List<Part> parts = new ArrayList<>();
        while (!in.peek().is(")")) {
            parts.add(one());
        }
        return all ? new Part.All(parts) : new Part.Any(parts);
    }

    private Part pattern() {
        Token first = in.word();
        String binding = null;
        if (in.takeIf(":")) {
            binding = first.text();
            first = in.word();
        }
        Token type = first;
        while (in.takeIf(".")) {
            type = in.word();
        }
        if (Set.of("eval", "forall", "accumulate", "acc", "groupby").contains(type.text())) {
            throw new UnreadableException(type.text());
        }
        in.expect("(");
        List<Term> conditions = new ArrayList<>();
        if (!in.takeIf(")")) {
            do {
                conditions.add(new TermReader(in).condition());
            } while (in.takeIf(","));
            in.expect(")");
        }
        boolean given = !in.peek().is("from") && !in.peek().is("over");
        if (in.takeIf("from")) {
            whole = false;
            new TermReader(in).term();
        }
        return new Part.Pattern(binding, type.text(), type.at(), conditions, given);
    }
}
