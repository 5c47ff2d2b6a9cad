package org.regulars.internal.prose;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;
import org.regulars.internal.syntax.Term;

/** The fields of facts in the customer's words; what a field is called in rules no customer knows. */
final class Fields {

    /**
     * A name given in a rule.
     *
     * @param fact the fact it was given to, or in
     * @param field what of that fact, or null for the fact itself
     */
    record Bound(Fact fact, @Nullable Term field) {}

    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L} ]*");

    private final Map<String, Bound> bound;

    Fields(Map<String, Bound> bound) {
        this.bound = bound;
    }

    /** What a term of a fact's conditions, or one after {@code then}, speaks of. */
    Subject subject(Term term, @Nullable Fact fact) {
        if (term instanceof Term.Name name) {
            Bound given = bound.get(name.text());
            if (given != null && given.field() != null) {
                return subject(given.field(), given.fact());
            }
            return field(fact, name.text(), List.of());
        }
        if (term instanceof Term.Call call) {
            return field(call.of() == null ? fact : owner(call.of(), fact), call.name(), call.arguments());
        }
        if (term instanceof Term.Field field) {
            if (field.name().equals("size")) {
                return OfPurchases.size(listed(field.of(), fact));
            }
            return field(owner(field.of(), fact), field.name(), List.of());
        }
        if (term instanceof Term.Operation operation) {
            String noun = reckoned(operation, fact);
            return new Subject(noun, noun + ", is ", "", Sort.NUMBER);
        }
        throw new NotInWordsException("a term");
    }

    /** Which list of a receipt a term means: {@code lines} of a purchase, {@code items} of what is paid. */
    private String listed(Term list, @Nullable Fact fact) {
        Fact holder = list instanceof Term.Field field ? owner(field.of(), fact) : fact;
        String name =
                list instanceof Term.Field field ? field.name() : list instanceof Term.Name word ? word.text() : "";
        return holder == null ? "" : holder.type() + "." + name;
    }

    /** The fact that a name, or a way such as {@code purchase.member}, leads to. */
    private Fact owner(Term term, @Nullable Fact fact) {
        if (term instanceof Term.Name name && name.text().startsWith("$")) {
            Bound given = bound.get(name.text());
            if (given == null || given.field() != null) {
                throw new NotInWordsException(name.text());
            }
            return given.fact();
        }
        Term of = null;
        String name = "";
        String ladder = null;
        if (term instanceof Term.Name word) {
            name = word.text();
        } else if (term instanceof Term.Field field) {
            of = field.of();
            name = field.name();
        } else if (term instanceof Term.Call call
                && call.name().equals("tier")
                && call.arguments().size() == 1) {
            of = call.of();
            name = call.name();
            ladder = text(call.arguments().get(0));
        } else if (term instanceof Term.Call call && call.arguments().isEmpty()) {
            of = call.of();
            name = call.name();
        }
        Fact holder = of == null ? fact : owner(of, fact);
        if (holder == null) {
            throw new NotInWordsException(name);
        }
        return switch (name) {
            case "purchase" -> Fact.of("Purchase");
            case "member" -> Fact.of("Member");
            case "tier" -> {
                if (!holder.type().equals("Member")) {
                    throw new NotInWordsException(name);
                }
                yield new Fact("Tier", ladder);
            }
            default -> throw new NotInWordsException(name);
        };
    }

    /** Sums, differences and a number of times something; more is not said in words. */
    private String reckoned(Term.Operation operation, @Nullable Fact fact) {
        Term left = operation.left();
        Term right = operation.right();
        if (operation.sign().equals("*")) {
            boolean leftIsNumber = left instanceof Term.Digits;
            Term number = leftIsNumber ? left : right;
            Term other = leftIsNumber ? right : left;
            if (number instanceof Term.Digits digits && !(other instanceof Term.Operation)) {
                return number(digits) + " times " + summand(other, fact);
            }
        }
        boolean isSum = operation.sign().equals("+") || operation.sign().equals("-");
        // a - ( b - c ) is no chain, and its words would be those of a - b - c.
        if (!isSum || right instanceof Term.Operation || isProduct(left)) {
            throw new NotInWordsException(operation.sign());
        }
        return summand(left, fact) + (operation.sign().equals("-") ? ", less " : ", and ") + summand(right, fact);
    }

    private static boolean isProduct(Term term) {
        return term instanceof Term.Operation operation
                && !operation.sign().equals("+")
                && !operation.sign().equals("-");
    }

    private String summand(Term term, @Nullable Fact fact) {
        if (term instanceof Term.Digits digits) {
            return number(digits);
        }
        Subject subject = subject(term, fact);
        if (subject.sort() != Sort.NUMBER) {
            throw new NotInWordsException("no number");
        }
        return subject.noun();
    }

    /** A number as it is written, without the letter that may say of what sort it is. */
    static String number(Term.Digits digits) {
        String text = digits.text().replaceAll("[A-Za-z]$", "");
        if (!text.matches("\\d+(\\.\\d+)?")) {
            throw new NotInWordsException(digits.text());
        }
        return text;
    }

    private static String text(Term term) {
        if (term instanceof Term.Text text) {
            return text.value();
        }
        throw new NotInWordsException("no text");
    }

    private static Subject field(@Nullable Fact fact, String name, List<Term> arguments) {
        if (fact == null) {
            throw new NotInWordsException(name);
        }
        Subject asked = arguments.isEmpty() ? field(fact, name) : field(fact, name, text(arguments), arguments);
        if (asked == null) {
            throw new NotInWordsException(name);
        }
        return asked;
    }

    private static String text(List<Term> arguments) {
        return arguments.size() == 1 && arguments.get(0) instanceof Term.Digits digits
                ? number(digits)
                : text(arguments.get(0));
    }

    private static @Nullable Subject field(Fact fact, String name) {
        Subject own = switch (fact.type()) {
            case "Purchase" -> OfPurchases.purchase(name);
            case "Paid" -> OfPurchases.paid(name);
            case "Item", "PaidItem" -> OfPurchases.line(name, fact.type().equals("PaidItem"));
            case "Member" -> OfMembers.member(name);
            case "Balance" -> OfMembers.balance(name, fact.of());
            case "Tier" -> name.equals("name") ? Subject.of(Sort.TEXT, tier(fact)) : null;
            case "Redemption" -> redemption(name);
            case "Activity" -> name.equals("name") ? Subject.of(Sort.TEXT, "what is recorded for you") : null;
            case "Expired" -> OfMembers.expired(name, fact.of());
            default -> null;
        };
        boolean isTimed = !fact.isLine() && !List.of("Paid", "Member", "Tier").contains(fact.type());
        return own == null && isTimed ? OfTimes.field(name) : own;
    }

    private static @Nullable Subject redemption(String name) {
        return switch (name) {
            case "reward" -> new Subject("what you ask for", "you ask for ", "", Sort.TEXT);
            case "amount" -> Subject.number("the amount you ask for", "you ask for", "of it");
            default -> null;
        };
    }

    private static @Nullable Subject field(Fact fact, String name, String text, List<Term> arguments) {
        boolean isPaid = fact.type().equals("Paid");
        return switch (name) {
            case "text" -> attribute(fact, Sort.TEXT, text);
            case "number" -> attribute(fact, Sort.NUMBER, text);
            case "date" -> attribute(fact, Sort.DATE, text);
            case "monthsAgo" -> new Subject(Written.count(text, "months"), "", "", Sort.LONG_AGO);
            case "yearsAgo" -> new Subject(Written.count(text, "years"), "", "", Sort.LONG_AGO);
            case "has" -> OfPurchases.has(text, isPaid);
            case "quantityOf" -> OfPurchases.quantityOf(text, isPaid);
            case "amountOf" -> OfPurchases.amountOf(text, isPaid);
            case "amountWithout" ->
                OfPurchases.amountWithout(arguments.stream().map(Fields::text).toList());
            case "holds" -> Subject.number("the " + text + " you hold beforehand", "you hold", text + " beforehand");
            case "is" -> Subject.yesOrNo(of(fact, " " + text), of(fact, " not " + text));
            case "isAtLeast" -> Subject.yesOrNo(of(fact, " " + text + " or above"), of(fact, " below " + text));
            case "isBelow" -> Subject.yesOrNo(of(fact, " below " + text), of(fact, " " + text + " or above"));
            default -> null;
        };
    }

    private static String tier(Fact fact) {
        return fact.of() == null ? "your tier" : "your " + fact.of();
    }

    private static String of(Fact fact, String where) {
        if (!fact.type().equals("Tier")) {
            throw new NotInWordsException(fact.type());
        }
        return (fact.of() == null ? "you are" : "your " + fact.of() + " is") + where;
    }

    private static Subject attribute(Fact fact, Sort sort, String name) {
        String whose = fact.isLine() ? "its " : fact.type().equals("Member") ? "your " : "the ";
        String noun = whose + (WORDS.matcher(name).matches() ? name : Written.quoted(name));
        if (sort == Sort.DATE) {
            return new Subject(noun, noun + " is ", "", Sort.DATE);
        }
        boolean isShown = sort == Sort.TEXT
                && whose.equals("the ")
                && List.of("coupon", "code").contains(name);
        return isShown ? new Subject(noun, "you show the " + name + " ", "", sort) : Subject.of(sort, noun);
    }
}
