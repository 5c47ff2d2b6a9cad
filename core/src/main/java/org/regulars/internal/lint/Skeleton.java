package org.regulars.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the rules of a file by {@code rule}, {@code when}, {@code then} and {@code end}, and says which of these words is
 * missing or mistyped. It goes on as if the word had been there.
 */
final class Skeleton {

    /** What may stand outside rules for Drools, though not for us: others say so. */
    private static final Set<String> FOREIGN = Set.of(
            "package",
            "import",
            "unit",
            "global",
            "function",
            "declare",
            "query",
            "dialect",
            "expander",
            "salience",
            "no",
            "lock",
            "agenda",
            "activation",
            "ruleflow",
            "date",
            "auto",
            "enabled",
            "duration",
            "timer",
            "calendars");

    private static final String NAMES_FIRST = "Maybe rule \"One stamp for every coffee\"?";

    private final List<Token> tokens;
    private final Findings found;
    private final List<RuleOutline> rules = new ArrayList<>();
    private final List<int[]> lone = new ArrayList<>();
    private int at;

    private int start;
    private String name = "";
    private List<Token> head = new ArrayList<>();
    private List<Token> when = new ArrayList<>();
    private List<Token> then = new ArrayList<>();

    Skeleton(List<Token> tokens, Findings found) {
        this.tokens = tokens;
        this.found = found;
    }

    /** The rules, in order. */
    List<RuleOutline> rules() {
        while (at < tokens.size()) {
            outside();
        }
        return rules;
    }

    /** What stands outside rules and is nothing: from which offset to which. */
    List<int[]> lone() {
        return lone;
    }

    private void outside() {
        Token token = tokens.get(at);
        if (token.is("rule")) {
            rule(token);
        } else if (isMistyped(token, "rule") && beginsRule()) {
            mistyped(token, "rule");
            rule(token);
        } else if (token.isWord() && FOREIGN.contains(token.text())) {
            foreign(token);
        } else if (token.kind() == Token.Kind.TEXT && isAfterName(peek(1))) {
            found.wrong(token, "Before a rule's name stands 'rule'. Maybe rule " + token.text() + "?");
            start(token, token.content());
            at++;
            head();
        } else if (token.is("when") && token.firstOnLine()) {
            found.wrong(token, "Here begins a condition, and no rule stands above it. " + NAMES_FIRST);
            start(token, "");
            head();
        } else if (token.is("end")) {
            boolean known = !lone.isEmpty() && onlyBlankBetween(lone.get(lone.size() - 1)[1], token.start());
            if (!known) {
                found.wrong(token, "This 'end' ends no rule. Maybe there is one too many?");
            }
            lone.add(new int[] {token.start(), token.end()});
            at++;
        } else {
            lone(token);
        }
    }

    /** Whether what is here begins a rule, if its first word is only mistyped. */
    private boolean beginsRule() {
        if (peek(1).kind() == Token.Kind.TEXT) {
            return true;
        }
        for (int i = at + 1; i < tokens.size() && i < at + 40; i++) {
            if (tokens.get(i).is("when")) {
                return true;
            }
            if (tokens.get(i).is("rule")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAfterName(Token token) {
        return token.is("when") || token.is("@") || token.is("then");
    }

    private void lone(Token token) {
        int from = token.start();
        boolean said = lone.isEmpty() || !onlyBlankBetween(lone.get(lone.size() - 1)[1], from);
        if (said && !found.onLineOf(from)) {
            found.wrong(
                    token,
                    "This stands in no rule. Maybe it is a remark and // is missing before it, or an 'end' above is too"
                            + " early?");
        }
        skipLine();
        lone.add(new int[] {from, tokens.get(at - 1).end()});
    }

    private boolean onlyBlankBetween(int from, int to) {
        return from <= to && found.file().text().substring(from, to).isBlank();
    }

    /** What a rule file does not hold, and who parses it will say so: up to where it ends. */
    private void foreign(Token token) {
        if (token.is("declare") || token.is("query")) {
            while (at < tokens.size()
                    && !tokens.get(at).is("end")
                    && !tokens.get(at).is("rule")) {
                at++;
            }
            at += at < tokens.size() && tokens.get(at).is("end") ? 1 : 0;
        } else if (token.is("function")) {
            int depth = 0;
            boolean opened = false;
            while (at < tokens.size()
                    && !(opened && depth == 0)
                    && !tokens.get(at).is("rule")) {
                depth += tokens.get(at).is("{") ? 1 : tokens.get(at).is("}") ? -1 : 0;
                opened |= tokens.get(at).is("{");
                at++;
            }
        } else {
            skipLine();
        }
    }

    private void skipLine() {
        do {
            at++;
        } while (at < tokens.size() && !tokens.get(at).firstOnLine());
    }

    private void start(Token token, String itsName) {
        start = token.start();
        name = itsName;
        head = new ArrayList<>();
        when = new ArrayList<>();
        then = new ArrayList<>();
    }

    private void finish() {
        int end = at == 0 ? 0 : tokens.get(at - 1).end();
        rules.add(new RuleOutline(name, start, end, head, when, then));
    }

    private void rule(Token rule) {
        start(rule, "");
        at++;
        Token next = peek(0);
        if (next.is(":")) {
            found.wrong(next, "Between 'rule' and its name stands nothing. Maybe without the colon?");
            at++;
            next = peek(0);
        }
        if (next.isText()) {
            name = next.content();
            at++;
            head();
            return;
        }
        int from = at;
        while (at < tokens.size() && !tokens.get(at).firstOnLine() && !isAfterName(tokens.get(at))) {
            at++;
        }
        if (at == from) {
            found.wrong(rule, "A rule has a name, which is what it offers. " + NAMES_FIRST);
        } else {
            name = found.file()
                    .text()
                    .substring(tokens.get(from).start(), tokens.get(at - 1).end());
            if ((at - from > 1 || !tokens.get(from).isWord()) && !found.onLineOf(rule.start())) {
                found.wrong(
                        tokens.get(from),
                        "A rule's name stands between quotation marks. Maybe rule \"" + name.replace("\"", "") + "\"?");
            }
        }
        head();
    }

    private void head() {
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is("when")) {
                at++;
                afterKeyword("when");
                when();
                return;
            }
            if (token.is("then")) {
                found.wrong(token, said() + "has no 'when'. Maybe when and a condition above this line?");
                then();
                return;
            }
            if (token.is("end") || isRule(token)) {
                found.wrong(
                        token.is("end") ? token.start() : lastEnd(),
                        said() + "has no 'when' and no 'then'. Maybe they are missing "
                                + (token.is("end") ? "above" : "below") + " this line?");
                at += token.is("end") ? 1 : 0;
                finish();
                return;
            }
            if (isMistyped(token, "when") && (isAlone() || beginsCondition(1))) {
                mistyped(token, "when");
                at++;
                when();
                return;
            }
            if (beginsCondition(0) || isInsert(token)) {
                found.wrong(
                        token, "Before the conditions of a rule stands 'when'. Maybe a line 'when' above this one?");
                when();
                return;
            }
            header(token);
        }
        found.wrong(start, said() + "has no 'when', 'then' and 'end'. Maybe the file is cut off?");
        finish();
    }

    private void header(Token token) {
        if (token.is("@")) {
            annotation(token);
        } else if (token.isWord() && (FOREIGN.contains(token.text()) || token.is("extends"))) {
            int from = at;
            do {
                at++;
            } while (at < tokens.size() && !tokens.get(at).firstOnLine() && !isAfterName(tokens.get(at)));
            head.addAll(tokens.subList(from, at));
        } else if (token.is("says")) {
            found.wrong(token, "Before 'says' stands @. Maybe @says( \"Here is your stamp\" )?");
            skipHeadLine();
        } else {
            if (!found.onLineOf(token.start())) {
                found.wrong(
                        token,
                        token.kind() == Token.Kind.SYMBOL
                                ? "'" + token.text() + "' has no place before 'when'. Maybe delete it?"
                                : "Before 'when' stands only the rule's name and @says( \"\u2026\" ). Maybe // is missing"
                                        + " before a remark?");
            }
            skipHeadLine();
        }
    }

    private void skipHeadLine() {
        do {
            at++;
        } while (at < tokens.size() && !tokens.get(at).firstOnLine() && !isAfterName(tokens.get(at)));
    }

    private void annotation(Token sign) {
        Token word = peek(1);
        if (word.isWord() && !word.is("says") && Likely.isMeant(word.text(), "says")) {
            found.wrong(word, "'" + word.text() + "' is not known here. Maybe @says?");
        }
        boolean says = word.is("says");
        Token open = peek(2);
        if (says && !open.is("(")) {
            found.wrong(
                    sign,
                    "What @says stands in parentheses. Maybe @says( "
                            + (open.isText() ? '"' + open.content() + '"' : "\"Here is your stamp\"") + " )?");
            skipHeadLine();
            return;
        }
        int close = at + 3;
        while (close < tokens.size()
                && !tokens.get(close).is(")")
                && !isAfterName(tokens.get(close))
                && !(tokens.get(close).is("rule") && tokens.get(close).firstOnLine())) {
            close++;
        }
        if (says && !found.onLineOf(sign.start())) {
            saysText(sign, open, close);
        }
        boolean closed = close < tokens.size() && tokens.get(close).is(")");
        at = Math.min(tokens.size(), closed ? close + 1 : Math.max(close, at + 1));
    }

    private void saysText(Token sign, Token open, int close) {
        List<Token> inside = tokens.subList(Math.min(at + 3, close), Math.min(close, tokens.size()));
        if (close >= tokens.size() || !tokens.get(close).is(")")) {
            found.wrong(open, "The parenthesis that opens here is not closed. Maybe ) at the end of this line?");
        } else if (inside.isEmpty() || !inside.get(0).isText()) {
            String text = inside.isEmpty()
                    ? "Here is your stamp"
                    : found.file()
                            .text()
                            .substring(
                                    inside.get(0).start(),
                                    inside.get(inside.size() - 1).end());
            found.wrong(
                    inside.isEmpty() ? sign : inside.get(0),
                    "What @says stands between quotation marks. Maybe @says( \"" + text.replace("\"", "") + "\" )?");
        } else if (inside.size() > 1) {
            found.wrong(
                    inside.get(1),
                    "What @says is one text. Maybe a quotation mark inside it, which is written ' instead?");
        }
    }

    private void when() {
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (isKeyword(token, "then")) {
                then();
                return;
            }
            if (isKeyword(token, "end") && peek(1).is("insert")) {
                mistyped(token, "then");
                at++;
                statements();
                return;
            }
            if (isKeyword(token, "end")) {
                found.wrong(token, said() + "has no 'then'. Maybe then and insert( \u2026 ); above this line?");
                at++;
                finish();
                return;
            }
            if (isRule(token)) {
                found.wrong(lastEnd(), said() + "has no 'then' and no 'end'. Maybe they are missing below this line?");
                finish();
                return;
            }
            if (isInsert(token) && !when.isEmpty()) {
                found.wrong(
                        token,
                        "Before what follows from the conditions stands 'then'. Maybe a line 'then' above this one?");
                statements();
                return;
            }
            if (isMistyped(token, "then") && isAlone()) {
                mistyped(token, "then");
                at++;
                statements();
                return;
            }
            when.add(token);
            at++;
        }
        found.wrong(lastEnd(), said() + "has no 'then' and no 'end'. Maybe the file is cut off?");
        finish();
    }

    private void then() {
        at++;
        afterKeyword("then");
        statements();
    }

    private void statements() {
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (isKeyword(token, "end")) {
                at++;
                if (peek(0).is(";") && !peek(0).firstOnLine()) {
                    at++;
                }
                finish();
                return;
            }
            if (isMistyped(token, "end") && isAlone()) {
                mistyped(token, "end");
                at++;
                finish();
                return;
            }
            if (isRule(token)
                    || (token.firstOnLine() && isMistyped(token, "rule") && peek(1).kind() == Token.Kind.TEXT)) {
                found.wrong(lastEnd(), said() + "has no 'end'. Maybe a line 'end' below this one?");
                finish();
                return;
            }
            then.add(token);
            at++;
        }
        found.wrong(lastEnd(), said() + "has no 'end'. Maybe a line 'end' below this one?");
        finish();
    }

    /** A colon behind a keyword, as it stands in other languages. */
    private void afterKeyword(String keyword) {
        Token next = peek(0);
        if (next.is(":") && !next.firstOnLine()) {
            found.wrong(next, "Behind '" + keyword + "' stands nothing. Maybe without the colon?");
            at++;
        }
    }

    private static boolean isMistyped(Token token, String keyword) {
        return token.isWord() && !token.isBinding() && Likely.isMeant(token.text(), keyword);
    }

    private void mistyped(Token token, String keyword) {
        found.wrong(
                token,
                token.text().equalsIgnoreCase(keyword)
                        ? "'" + keyword + "' is written in small letters. Maybe " + keyword + "?"
                        : "Here stands '" + token.text() + "', and a rule needs '" + keyword + "' here. Maybe "
                                + keyword + "?");
    }

    /** Whether a keyword is one, and not a field of that name. */
    private boolean isKeyword(Token token, String keyword) {
        return token.is(keyword) && (at == 0 || !tokens.get(at - 1).is("."));
    }

    private boolean isRule(Token token) {
        return token.is("rule")
                && (token.firstOnLine() || tokens.get(at - 1).is("end"))
                && (peek(1).isText() || peek(1).isWord() || peek(1).isNumber() || at + 1 == tokens.size());
    }

    /** Whether a token is the only one on its line. */
    private boolean isAlone() {
        return tokens.get(at).firstOnLine()
                && (at + 1 == tokens.size() || tokens.get(at + 1).firstOnLine());
    }

    private boolean beginsCondition(int ahead) {
        Token token = peek(ahead);
        Token next = peek(ahead + 1);
        return (token.isType() && next.is("("))
                || (token.isBinding() && (next.is(":") || next.isType()))
                || (token.is("not") && next.isType())
                || (token.is("exists") && next.isType());
    }

    private boolean isInsert(Token token) {
        return token.firstOnLine() && token.is("insert") && (peek(1).is("(") || peek(1).isType());
    }

    private Token peek(int ahead) {
        return Token.at(tokens, at + ahead);
    }

    private int lastEnd() {
        Token last = tokens.get(at - 1);
        return Math.max(last.start(), last.end() - 1);
    }

    private String said() {
        return name.isBlank() ? "This rule " : "\"" + name + "\" ";
    }
}
