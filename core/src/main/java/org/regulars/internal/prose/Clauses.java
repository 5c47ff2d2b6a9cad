package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.Term;

/** Conditions as clauses to stand after "if": "you pay 50 or more", "you are Gold or above". */
final class Clauses {

    private static final Map<String, String> TURNED =
            Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "==", "==", "!=", "!=");

    private final Fields fields;
    private final Comparing comparing;

    Clauses(Fields fields) {
        this.fields = fields;
        this.comparing = new Comparing(fields);
    }

    /** The clause of a condition that stands in the parentheses of a fact. */
    String of(Term term, Fact fact) {
        if (term instanceof Term.Operation operation) {
            return switch (operation.sign()) {
                case "&&" -> joined(operation, "&&", fact);
                case "||" -> "either " + joined(operation, "||", fact);
                default -> compared(operation, fact);
            };
        }
        if (term instanceof Term.OneOf oneOf) {
            return comparing.oneOf(fields.subject(oneOf.left(), fact), oneOf.none(), oneOf.values());
        }
        if (term instanceof Term.Bound given && given.to() instanceof Term.Operation to) {
            return of(to, fact);
        }
        boolean isNot =
                term instanceof Term.Opposite opposite && opposite.sign().equals("!");
        Subject subject = fields.subject(isNot ? ((Term.Opposite) term).of() : term, fact);
        if (subject.sort() != Sort.YES_OR_NO) {
            throw new NotInWordsException("no condition");
        }
        return isNot ? subject.after() : subject.before();
    }

    private String joined(Term.Operation operation, String sign, Fact fact) {
        List<Term> all = new ArrayList<>();
        flatten(operation, sign, all);
        return String.join(
                sign.equals("&&") ? " and " : " or ",
                all.stream().map(each -> of(each, fact)).toList());
    }

    private static void flatten(Term term, String sign, List<Term> all) {
        if (term instanceof Term.Operation operation && operation.sign().equals(sign)) {
            flatten(operation.left(), sign, all);
            flatten(operation.right(), sign, all);
        } else if (sign.equals("||")
                && term instanceof Term.Operation other
                && other.sign().equals("&&")) {
            // "either a and b or c" can be heard in two ways.
            throw new NotInWordsException(sign);
        } else {
            all.add(term);
        }
    }

    private String compared(Term.Operation operation, Fact fact) {
        String turned = TURNED.get(operation.sign());
        if (turned == null) {
            throw new NotInWordsException(operation.sign());
        }
        boolean isTurned = Comparing.isLiteral(operation.left());
        Term left = isTurned ? operation.right() : operation.left();
        Term right = isTurned ? operation.left() : operation.right();
        return comparing.clause(fields.subject(left, fact), isTurned ? turned : operation.sign(), right, fact);
    }

    /** The clause of facts that are there, or of some of which one is, or of some that are not. */
    String of(Part part) {
        if (part instanceof Part.Pattern pattern) {
            return isThere(pattern);
        }
        if (part instanceof Part.All all) {
            return String.join(" and ", all.parts().stream().map(this::of).toList());
        }
        if (part instanceof Part.Any any) {
            return "either "
                    + String.join(
                            ", or ",
                            any.parts().stream()
                                    .map(each -> (each instanceof Part.All all
                                                            && all.parts().size() > 1
                                                    ? "both "
                                                    : "")
                                            + of(each))
                                    .toList());
        }
        if (part instanceof Part.None none && none.part() instanceof Part.Pattern pattern) {
            return isNotThere(pattern);
        }
        if (part instanceof Part.Some some && some.part() instanceof Part.Pattern pattern) {
            return isThere(pattern);
        }
        throw new NotInWordsException("facts");
    }

    private String isThere(Part.Pattern pattern) {
        Fact fact = factOf(pattern);
        Goods goods = Goods.of(pattern);
        List<String> clauses = clauses(pattern, fact, goods);
        if (goods != null) {
            return (fact.type().equals("Item") ? "you buy " : "you pay for ")
                    + goods.some()
                    + (clauses.isEmpty() ? "" : " of which this is so: " + String.join(" and ", clauses));
        }
        return clauses.isEmpty() ? anyOf(fact) : String.join(" and ", clauses);
    }

    private String isNotThere(Part.Pattern pattern) {
        Fact fact = factOf(pattern);
        Goods goods = Goods.of(pattern);
        List<String> clauses = clauses(pattern, fact, goods);
        if (goods != null) {
            return (fact.type().equals("Item") ? "you buy no " : "you pay for no ")
                    + goods.ofSuchSort()
                    + (clauses.isEmpty() ? "" : " of which this is so: " + String.join(" and ", clauses));
        }
        return "it is not so that " + (clauses.isEmpty() ? anyOf(fact) : String.join(" and ", clauses));
    }

    private List<String> clauses(Part.Pattern pattern, Fact fact, @Nullable Goods goods) {
        List<String> clauses = new ArrayList<>();
        for (Term condition : pattern.conditions()) {
            if (goods != null && condition == goods.from()) {
                continue;
            }
            if (condition instanceof Term.Bound) {
                throw new NotInWordsException("a name given within");
            }
            if (!isOfKind(condition, fact)) {
                clauses.add(of(condition, fact));
            }
        }
        return clauses;
    }

    private static String anyOf(Fact fact) {
        return switch (fact.type()) {
            case "Purchase" -> "you make a purchase";
            case "Paid" -> "you pay for something";
            case "Redemption" -> "you ask for a reward";
            default -> throw new NotInWordsException(fact.type());
        };
    }

    /** The fact of a pattern, with the kind it says. */
    static Fact factOf(Part.Pattern pattern) {
        if (!pattern.isGiven()) {
            throw new NotInWordsException(pattern.type());
        }
        for (Term condition : pattern.conditions()) {
            if (condition instanceof Term.Operation operation
                    && operation.sign().equals("==")
                    && operation.left() instanceof Term.Name name
                    && name.text().equals("kind")
                    && operation.right() instanceof Term.Text kind) {
                return new Fact(pattern.type(), kind.value());
            }
        }
        return Fact.of(pattern.type());
    }

    /** Whether a condition only says of which kind a balance is, which all its other words say too. */
    static boolean isOfKind(Term condition, Fact fact) {
        return fact.type().equals("Balance")
                && condition instanceof Term.Operation operation
                && operation.left() instanceof Term.Name name
                && name.text().equals("kind")
                && operation.right() instanceof Term.Text kind
                && operation.sign().equals("==")
                && kind.value().equals(fact.of());
    }
}
