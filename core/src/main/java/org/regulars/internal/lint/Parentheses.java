package org.regulars.internal.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which parenthesis belongs to which, in one part of a rule. */
final class Parentheses {

    private final List<Token> tokens;
    private final Map<Integer, Integer> partners = new HashMap<>();
    private final List<Integer> unclosed = new ArrayList<>();
    private final List<Integer> unopened = new ArrayList<>();
    private final int[] around;
    private final Map<Integer, Integer> noticedAt = new HashMap<>();

    /** Those of these tokens; {@code byStatement} if none may reach over a semicolon. */
    Parentheses(List<Token> tokens, boolean byStatement) {
        this.tokens = tokens;
        this.around = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            around[i] = open.isEmpty() ? -1 : open.peek();
            if (token.is("(") || token.is("[") || token.is("{")) {
                open.push(i);
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (!open.isEmpty() && matches(tokens.get(open.peek()), token)) {
                    int other = open.pop();
                    partners.put(i, other);
                    partners.put(other, i);
                } else {
                    unopened.add(i);
                }
            } else if (byStatement && token.is(";")) {
                while (!open.isEmpty() && !tokens.get(open.peek()).is("{") && !isLoop(open.peek())) {
                    noticedAt.put(open.peek(), i);
                    unclosed.add(open.pop());
                }
            }
        }
        while (!open.isEmpty()) {
            unclosed.add(open.pop());
        }
    }

    private boolean isLoop(int index) {
        return index > 0 && tokens.get(index - 1).is("for");
    }

    /** The index of the other one; -1 if there is none. */
    int partner(int index) {
        return partners.getOrDefault(index, -1);
    }

    /** The index of the innermost one that is open at an index; -1 if none is. */
    int around(int index) {
        return around[index];
    }

    /** Says what is not closed or closes nothing, unless that follows from something found already. */
    void check(Findings found) {
        for (int index : unopened) {
            int from = tokens.get(0).start();
            if (unclosed.isEmpty() && !found.between(from, tokens.get(index).start() + 1)) {
                String sign = tokens.get(index).text();
                found.wrong(
                        tokens.get(index),
                        "This " + sign + " closes nothing. Maybe there is one " + sign + " too many?");
            } else if (!unclosed.isEmpty()) {
                String sign = tokens.get(index).text();
                String open = tokens.get(unclosed.get(unclosed.size() - 1)).text();
                if (!found.between(from, tokens.get(index).end())) {
                    found.wrong(
                            tokens.get(index),
                            "What opens with " + open + " on line "
                                    + found.file()
                                            .lineOf(tokens.get(unclosed.get(unclosed.size() - 1))
                                                    .start())
                                    + " does not close with " + sign + ". Maybe " + closing(open) + "?");
                }
            }
        }
        if (!unopened.isEmpty()) {
            return;
        }
        // Of several in one statement the outermost is told: what is missing is a sign at the end.
        Map<Integer, Integer> outermost = new HashMap<>();
        for (int index : unclosed) {
            outermost.merge(noticedAt.getOrDefault(index, tokens.size()), index, Math::min);
        }
        outermost.forEach((noticed, index) -> {
            int to = noticed < tokens.size()
                    ? tokens.get(noticed).end()
                    : tokens.get(tokens.size() - 1).end();
            int from = tokens.get(index).start();
            if (!found.between(found.lineStart(from), to)) {
                String open = tokens.get(index).text();
                found.wrong(
                        tokens.get(index),
                        "The " + open + " that opens here is not closed. Maybe " + closing(open)
                                + where(found, index, noticed) + "?");
            }
        });
    }

    /** Where the other one is probably missing: before the semicolon, or where the next fact begins or all ends. */
    private String where(Findings found, int index, int noticed) {
        int openLine = found.file().lineOf(tokens.get(index).start());
        int last = tokens.size() - 1;
        for (int i = index + 1; i < tokens.size() && noticed == tokens.size(); i++) {
            boolean fact = tokens.get(i).isType() || tokens.get(i).isBinding();
            if (tokens.get(i).firstOnLine() && fact) {
                last = i - 1;
                break;
            }
        }
        int line = found.file().lineOf(tokens.get(Math.min(noticed, last)).start());
        return (noticed < tokens.size() ? " before the ;" : "")
                + (line == openLine ? " at the end of this line" : " at the end of line " + line);
    }

    private static boolean matches(Token open, Token close) {
        return closing(open.text()).equals(close.text());
    }

    private static String closing(String open) {
        return open.equals("(") ? ")" : open.equals("[") ? "]" : "}";
    }
}
