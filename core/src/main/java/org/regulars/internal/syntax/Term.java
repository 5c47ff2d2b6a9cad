package org.regulars.internal.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand in a condition or a decision; offsets count from the beginning of the file. */
public sealed interface Term {

    /** Where it begins. */
    int at();

    /** The offset behind its last letter. */
    int end();

    /** A word by itself: a field, a bound name, a constant. */
    record Name(String text, int at) implements Term {
        @Override
        public int end() {
            return at + text.length();
        }
    }

    /** A field of something, {@code purchase.day}. */
    record Field(Term of, String name, int nameAt) implements Term {
        @Override
        public int at() {
            return of.at();
        }

        @Override
        public int end() {
            return nameAt + name.length();
        }
    }

    /** A word with parentheses, of something or of the fact itself. */
    record Call(@Nullable Term of, String name, int nameAt, List<Term> arguments, int end) implements Term {
        @Override
        public int at() {
            return of == null ? nameAt : of.at();
        }
    }

    /** A quoted text. */
    record Text(String value, int at, int end) implements Term {}

    /** A number as it is written. */
    record Digits(String text, int at) implements Term {
        @Override
        public int end() {
            return at + text.length();
        }
    }

    /** The words {@code true}, {@code false} and {@code null}. */
    record Fixed(String text, int at) implements Term {
        @Override
        public int end() {
            return at + text.length();
        }
    }

    /** Two terms with a sign or a word between them. */
    record Operation(Term left, String sign, int signAt, Term right) implements Term {
        @Override
        public int at() {
            return left.at();
        }

        @Override
        public int end() {
            return right.end();
        }
    }

    /** {@code category in ( "tea", "coffee" )}, or {@code not in}. */
    record OneOf(Term left, boolean none, List<Term> values, int inAt, int end) implements Term {
        @Override
        public int at() {
            return left.at();
        }
    }

    /** The opposite of a condition, or of a number. */
    record Opposite(String sign, int at, Term of) implements Term {
        @Override
        public int end() {
            return of.end();
        }
    }

    /** A condition or value with a name given to it, {@code $amount : amount}. */
    record Bound(String name, int at, Term to) implements Term {
        @Override
        public int end() {
            return to.end();
        }
    }

    /** What could not be read; the compiler will say what it thinks of it. */
    record Unread(int at, int end) implements Term {}
}
