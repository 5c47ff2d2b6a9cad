package org.regulars.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.Reader.UnreadableException;

/** Reads conditions and decisions; what it cannot read it says so, and leaves it to the compiler. */
final class TermReader {

    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS_BETWEEN = Set.of("matches", "contains", "memberOf", "excludes");
    private static final int DEEPEST = 60;

    private final Reader in;
    private int depth;

    TermReader(Reader in) {
        this.in = in;
    }

    /** A condition with the name it may be given; goes to the next comma or closing parenthesis whatever stands there. */
    Term condition() {
        int from = in.position();
        int at = in.peek().at();
        depth = 0;
        try {
            Term term = bound();
            if (in.peek().is(",") || in.peek().is(")")) {
                return term;
            }
        } catch (UnreadableException e) {
            // What follows is told as unread.
        }
        in.back(from);
        in.skipTo(",");
        return new Term.Unread(at, in.peek().at());
    }

    /** A term that stands by itself. */
    Term term() {
        depth = 0;
        return either();
    }

    private Term bound() {
        if (in.peek().sort() == Token.Sort.WORD && in.peek(1).is(":")) {
            Token name = in.take();
            in.take();
            return new Term.Bound(name.text(), name.at(), either());
        }
        return either();
    }

    private Term either() {
        if (++depth > DEEPEST) {
            throw new UnreadableException("too deep");
        }
        Term left = both();
        while (in.peek().is("||")) {
            Token sign = in.take();
            left = new Term.Operation(left, sign.text(), sign.at(), isHalf() ? comparison(leftOf(left)) : both());
        }
        depth--;
        return left;
    }

    private Term both() {
        Term left = comparison(null);
        while (in.peek().is("&&")) {
            Token sign = in.take();
            left = new Term.Operation(left, sign.text(), sign.at(), comparison(isHalf() ? leftOf(left) : null));
        }
        return left;
    }

    /** {@code amount >= 50 && < 100}: the second half is about the same. */
    private boolean isHalf() {
        return COMPARING.contains(in.peek().text());
    }

    private static Term leftOf(Term term) {
        if (term instanceof Term.Operation operation) {
            return operation.sign().equals("&&") || operation.sign().equals("||")
                    ? leftOf(operation.right())
                    : operation.left();
        }
        throw new UnreadableException("half a condition");
    }

    private Term comparison(@Nullable Term given) {
        Term left = given == null ? sum() : given;
        Token sign = in.peek();
        boolean not = sign.is("not");
        String word = not ? in.peek(1).text() : sign.text();
        if (sign.sort() == Token.Sort.SIGN && COMPARING.contains(word)) {
            in.take();
            return new Term.Operation(left, word, sign.at(), sum());
        }
        if (sign.sort() == Token.Sort.WORD && word.equals("in")) {
            in.back(in.position() + (not ? 2 : 1));
            return new Term.OneOf(left, not, listed(), sign.at(), in.peek(-1).end());
        }
        if (sign.sort() == Token.Sort.WORD && WORDS_BETWEEN.contains(word)) {
            in.back(in.position() + (not ? 2 : 1));
            return new Term.Operation(left, not ? "not " + word : word, sign.at(), sum());
        }
        return left;
    }

    private Term sum() {
        Term left = product();
        while (in.peek().is("+") || in.peek().is("-")) {
            Token sign = in.take();
            left = new Term.Operation(left, sign.text(), sign.at(), product());
        }
        return left;
    }

    private Term product() {
        Term left = single();
        while (in.peek().is("*") || in.peek().is("/") || in.peek().is("%")) {
            Token sign = in.take();
            left = new Term.Operation(left, sign.text(), sign.at(), single());
        }
        return left;
    }

    private Term single() {
        Token token = in.peek();
        if (token.is("!") || token.is("-")) {
            in.take();
            if (++depth > DEEPEST) {
                throw new UnreadableException("too deep");
            }
            Term of = single();
            depth--;
            return new Term.Opposite(token.text(), token.at(), of);
        }
        Term term = first();
        while (in.peek().is(".") || in.peek().is("!.") || in.peek().is("?.")) {
            in.take();
            Token name = in.word();
            term = in.peek().is("(")
                    ? new Term.Call(
                            term, name.text(), name.at(), listed(), in.peek(-1).end())
                    : new Term.Field(term, name.text(), name.at());
        }
        if (in.peek().is("[") || in.peek().is("#")) {
            throw new UnreadableException("an index or a cast");
        }
        return term;
    }

    private Term first() {
        Token token = in.take();
        return switch (token.sort()) {
            case NUMBER -> new Term.Digits(token.text(), token.at());
            case TEXT -> new Term.Text(token.value(), token.at(), token.end());
            case WORD -> word(token);
            default -> inParentheses(token);
        };
    }

    private Term word(Token token) {
        if (token.is("new") || token.is("not") || token.is("in")) {
            throw new UnreadableException(token.text());
        }
        if (token.is("true") || token.is("false") || token.is("null")) {
            return new Term.Fixed(token.text(), token.at());
        }
        return in.peek().is("(")
                ? new Term.Call(
                        null, token.text(), token.at(), listed(), in.peek(-1).end())
                : new Term.Name(token.text(), token.at());
    }

    private Term inParentheses(Token token) {
        if (!token.is("(")) {
            throw new UnreadableException(token.text());
        }
        Term inner = either();
        in.expect(")");
        return inner;
    }

    /** What stands in parentheses, with commas between. */
    private List<Term> listed() {
        in.expect("(");
        List<Term> terms = new ArrayList<>();
        if (in.takeIf(")")) {
            return terms;
        }
        do {
            terms.add(either());
        } while (in.takeIf(","));
        in.expect(")");
        return terms;
    }
}
