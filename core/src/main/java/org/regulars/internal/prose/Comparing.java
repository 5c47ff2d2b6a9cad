package org.regulars.internal.prose;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;
import org.regulars.internal.syntax.Term;

/** One thing compared with others, in words: "50 or more", "on 1 June 2026 or later", "neither tea nor coffee". */
final class Comparing {

    private final Fields fields;

    Comparing(Fields fields) {
        this.fields = fields;
    }

    /** The clause that a subject is more, less or the same. */
    String clause(Subject subject, String sign, Term right, @Nullable Fact fact) {
        if (right instanceof Term.Fixed fixed) {
            return fixed(subject, sign, fixed);
        }
        return subject.clause(
                switch (subject.sort()) {
                    case NUMBER -> number(sign, right, fact);
                    case TEXT -> text(sign, right);
                    case DATE -> date(sign, right, fact);
                    case TIME -> time(sign, right);
                    case DAY -> (sign.equals("==") ? "" : not(sign)) + "a " + word(right);
                    case MONTH -> (sign.equals("==") ? "" : not(sign)) + word(right);
                    case YES_OR_NO, LONG_AGO -> throw new NotInWordsException(sign);
                });
    }

    /** The clause that a subject is one of several, or none of them. */
    String oneOf(Subject subject, boolean none, List<Term> values) {
        List<String> words = values.stream()
                .map(value -> switch (subject.sort()) {
                    case TEXT -> Written.quoted(textOf(value));
                    case NUMBER -> numberOf(value);
                    case DAY -> "a " + word(value);
                    case MONTH -> word(value);
                    case DATE -> "on " + Written.date(textOf(value));
                    default -> throw new NotInWordsException("in");
                })
                .toList();
        if (words.isEmpty()) {
            throw new NotInWordsException("in");
        }
        String exactly = subject.sort() == Sort.NUMBER ? "exactly " : "";
        return subject.clause(
                none
                        ? (words.size() == 1 ? "not " + words.get(0) : "neither " + Written.list(words, "nor"))
                        : exactly + Written.list(words, "or"));
    }

    private static String fixed(Subject subject, String sign, Term.Fixed fixed) {
        boolean isSame = sign.equals("==");
        if (!isSame && !sign.equals("!=")) {
            throw new NotInWordsException(sign);
        }
        if (subject.sort() == Sort.YES_OR_NO && !fixed.text().equals("null")) {
            return isSame == fixed.text().equals("true") ? subject.before() : subject.after();
        }
        if (subject.sort() != Sort.YES_OR_NO && fixed.text().equals("null")) {
            return subject.noun() + (isSame ? " is not known" : " is known");
        }
        throw new NotInWordsException(fixed.text());
    }

    private String number(String sign, Term right, @Nullable Fact fact) {
        if (isLiteral(right)) {
            return number(sign, numberOf(right));
        }
        Subject other = fields.subject(right, fact);
        if (other.sort() != Sort.NUMBER) {
            throw new NotInWordsException(sign);
        }
        return switch (sign) {
                    case ">=" -> "at least ";
                    case ">" -> "more than ";
                    case "<=" -> "at most ";
                    case "<" -> "less than ";
                    case "==" -> "exactly ";
                    case "!=" -> "anything but ";
                    default -> throw new NotInWordsException(sign);
                }
                + other.noun();
    }

    /** How much: "50 or more". */
    static String number(String sign, String number) {
        return switch (sign) {
            case ">=" -> number + " or more";
            case ">" -> "more than " + number;
            case "<=" -> number + " or less";
            case "<" -> "less than " + number;
            case "==" -> "exactly " + number;
            case "!=" -> "anything but " + number;
            default -> throw new NotInWordsException(sign);
        };
    }

    private static String text(String sign, Term right) {
        return (sign.equals("==") ? "" : not(sign)) + Written.quoted(textOf(right));
    }

    private String date(String sign, Term right, @Nullable Fact fact) {
        if (right instanceof Term.Text text) {
            return date(sign, Written.date(text.value()));
        }
        Subject other = fields.subject(right, fact);
        if (other.sort() != Sort.LONG_AGO) {
            throw new NotInWordsException(sign);
        }
        String ago = other.noun() + " ago";
        return switch (sign) {
            case "<" -> "more than " + ago;
            case "<=" -> ago + " or longer";
            case ">" -> "less than " + ago;
            case ">=" -> ago + " or less";
            case "==" -> "exactly " + ago;
            default -> throw new NotInWordsException(sign);
        };
    }

    /** When: "on 1 June 2026 or later". */
    static String date(String sign, String date) {
        return switch (sign) {
            case ">=" -> "on " + date + " or later";
            case ">" -> "after " + date;
            case "<=" -> "on " + date + " or earlier";
            case "<" -> "before " + date;
            case "==" -> "on " + date;
            case "!=" -> "not on " + date;
            default -> throw new NotInWordsException(sign);
        };
    }

    private static String time(String sign, Term right) {
        String time = timeOf(right);
        return switch (sign) {
            case ">=" -> "at " + time + " or later";
            case ">" -> "after " + time;
            case "<=" -> "at " + time + " or earlier";
            case "<" -> "before " + time;
            case "==" -> "at " + time;
            case "!=" -> "not at " + time;
            default -> throw new NotInWordsException(sign);
        };
    }

    private static String not(String sign) {
        if (sign.equals("!=")) {
            return "not ";
        }
        throw new NotInWordsException(sign);
    }

    /** A time of day, as it is written. */
    static String timeOf(Term term) {
        String time = textOf(term);
        if (!time.matches("\\d\\d:\\d\\d")) {
            throw new NotInWordsException(time);
        }
        return time;
    }

    /** A text that stands in quotes. */
    static String textOf(Term term) {
        if (term instanceof Term.Text text) {
            return text.value();
        }
        throw new NotInWordsException("no text");
    }

    /** A number that stands there, with quotes or without. */
    static String numberOf(Term term) {
        if (term instanceof Term.Digits digits) {
            return Fields.number(digits);
        }
        if (term instanceof Term.Opposite opposite
                && opposite.sign().equals("-")
                && opposite.of() instanceof Term.Digits digits) {
            return "-" + Fields.number(digits);
        }
        if (term instanceof Term.Text text && text.value().matches("-?\\d+(\\.\\d+)?")) {
            return text.value();
        }
        throw new NotInWordsException("no number");
    }

    /** Whether it is a number that stands there. */
    static boolean isLiteral(Term term) {
        return term instanceof Term.Digits
                || term instanceof Term.Text
                || (term instanceof Term.Opposite opposite && opposite.of() instanceof Term.Digits);
    }

    /** A day or month: {@code SATURDAY} is Saturday. */
    static String word(Term term) {
        if (term instanceof Term.Name name && name.text().matches("[A-Z]+")) {
            return name.text().charAt(0) + name.text().substring(1).toLowerCase(Locale.ROOT);
        }
        throw new NotInWordsException("no day or month");
    }
}
