package org.regulars.internal.syntax;

import java.util.List;

/** Goes through the tokens of a file, one by one. */
final class Reader {

    /** Something else stands there than can be read; only ever caught in this package. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    private final List<Token> tokens;
    private int next;

    Reader(List<Token> tokens, int first) {
        this.tokens = tokens;
        this.next = first;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int further) {
        return tokens.get(Math.max(0, Math.min(next + further, tokens.size() - 1)));
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean takeIf(String wordOrSign) {
        boolean there = peek().is(wordOrSign);
        if (there) {
            take();
        }
        return there;
    }

    Token expect(String wordOrSign) {
        if (!peek().is(wordOrSign)) {
            throw new UnreadableException(wordOrSign + " expected");
        }
        return take();
    }

    Token word() {
        if (peek().sort() != Token.Sort.WORD) {
            throw new UnreadableException("a word expected");
        }
        return take();
    }

    int position() {
        return next;
    }

    void back(int position) {
        next = position;
    }

    boolean atEnd() {
        return peek().sort() == Token.Sort.END;
    }

    /** Goes on to one of these signs outside parentheses, or to what closes the parentheses one is in. */
    void skipTo(String... signs) {
        int depth = 0;
        while (!atEnd()) {
            Token token = peek();
            if (depth == 0
                    && (token.is(")")
                            || token.is("}")
                            || token.is("]")
                            || List.of(signs).contains(token.text()))) {
                return;
            }
            depth += token.is("(") || token.is("{") || token.is("[") ? 1 : 0;
            depth -= token.is(")") || token.is("}") || token.is("]") ? 1 : 0;
            take();
        }
    }
}
