package org.regulars.internal.prose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.Term;

/**
 * A decision as a rule writes it, word by word: {@code Earn.of( 1, "points" ).bestOf( "weekend" )}. Each word is taken once, and none
 * may be left at the end, so that nothing goes unsaid.
 */
final class Chain {

    private final String type;
    private final String first;
    private final List<Term> arguments;
    private final Map<String, List<Term>> words = new HashMap<>();

    private Chain(String type, Deque<Term.Call> calls) {
        Term.Call begin = calls.pop();
        this.type = type;
        this.first = begin.name();
        this.arguments = begin.arguments();
        for (Term.Call call : calls) {
            if (words.put(call.name(), call.arguments()) != null) {
                throw new NotInWordsException(call.name());
            }
        }
    }

    /** The decision that a statement inserts. */
    static Chain of(Term statement) {
        if (!(statement instanceof Term.Call insert)
                || insert.of() != null
                || !insert.name().equals("insert")
                || insert.arguments().size() != 1) {
            throw new NotInWordsException("no insert");
        }
        Deque<Term.Call> calls = new ArrayDeque<>();
        Term term = insert.arguments().get(0);
        while (term instanceof Term.Call call) {
            calls.push(call);
            if (call.of() == null) {
                break;
            }
            term = call.of();
        }
        if (!(term instanceof Term.Name name) || calls.isEmpty()) {
            throw new NotInWordsException("no decision");
        }
        return new Chain(name.text(), calls);
    }

    /** The decision: {@code Earn}. */
    String type() {
        return type;
    }

    /** Its first word: {@code of}. */
    String first() {
        return first;
    }

    /** What stands in the parentheses of its first word. */
    Term argument(int index) {
        if (index >= arguments.size()) {
            throw new NotInWordsException(first);
        }
        return arguments.get(index);
    }

    /** Takes a word without anything in its parentheses, if it is there. */
    boolean takeIf(String word) {
        List<Term> inside = words.remove(word);
        if (inside != null && !inside.isEmpty()) {
            throw new NotInWordsException(word);
        }
        return inside != null;
    }

    /** Takes a word with one thing in its parentheses; null if it is not there. */
    @Nullable
    Term take(String word) {
        List<Term> inside = words.remove(word);
        if (inside != null && inside.size() != 1) {
            throw new NotInWordsException(word);
        }
        return inside == null ? null : inside.get(0);
    }

    /** Takes a word with two things in its parentheses; empty if it is not there. */
    List<Term> takeTwo(String word) {
        List<Term> inside = words.remove(word);
        if (inside != null && inside.size() != 2) {
            throw new NotInWordsException(word);
        }
        return inside == null ? List.of() : inside;
    }

    /** What stands in the parentheses of a word, which stays to be taken. */
    List<Term> seeTwo(String word) {
        return words.getOrDefault(word, List.of());
    }

    /** Takes a word, whatever stands in its parentheses. */
    void drop(String word) {
        words.remove(word);
    }

    /** How many things stand in the parentheses of a word that may have one or two; 0 if it is not there. */
    int size(String word) {
        List<Term> inside = words.get(word);
        return inside == null ? 0 : inside.size();
    }

    /** Refuses words that nobody took. */
    void done() {
        if (!words.isEmpty()) {
            throw new NotInWordsException(words.keySet().toString());
        }
    }
}
