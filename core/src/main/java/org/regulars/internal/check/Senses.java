package org.regulars.internal.check;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.Member;
import org.regulars.facts.Tier;
import org.regulars.internal.reading.Nearest;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.internal.syntax.Term;

/** What the terms of a rule are; a name that means nothing is told. */
final class Senses {

    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final Vocabulary vocabulary;
    private final Suggestions suggestions;
    private final Calls calls;
    private final Uses uses;
    private final Comparisons comparisons;

    Senses(Vocabulary vocabulary, Uses known, Uses uses) {
        this.vocabulary = vocabulary;
        this.suggestions = new Suggestions(known);
        this.calls = new Calls(vocabulary, uses);
        this.uses = uses;
        this.comparisons = new Comparisons(uses);
    }

    /** What a term is; {@link Sense#UNKNOWN} if that cannot be said, or was told already. */
    Sense of(Term term, Scope scope) {
        if (term instanceof Term.Name name) {
            return name(name, scope);
        }
        if (term instanceof Term.Field field) {
            return field(field, scope);
        }
        if (term instanceof Term.Call call) {
            return call(call, scope);
        }
        if (term instanceof Term.Text) {
            return Sense.TEXT;
        }
        if (term instanceof Term.Digits digits) {
            return digits.text().contains(".") ? Sense.AMOUNT : Sense.WHOLE_NUMBER;
        }
        if (term instanceof Term.Fixed fixed) {
            return fixed.text().equals("null") ? Sense.NOTHING : Sense.YES_OR_NO;
        }
        if (term instanceof Term.Opposite opposite) {
            return opposite(opposite, scope);
        }
        if (term instanceof Term.Bound bound) {
            Sense to = of(bound.to(), scope);
            scope.bind(bound.name(), bound.to() instanceof Term.Operation compared ? left(compared, scope, to) : to);
            return to;
        }
        if (term instanceof Term.OneOf oneOf) {
            Sense left = of(oneOf.left(), scope);
            for (Term value : oneOf.values()) {
                Sense right = beside(left, oneOf.left(), value, scope);
                comparisons.check(oneOf.left(), left, "==", oneOf.inAt(), value, right, scope);
            }
            return Sense.YES_OR_NO;
        }
        return term instanceof Term.Operation operation ? operation(operation, scope) : Sense.UNKNOWN;
    }

    private Sense opposite(Term.Opposite opposite, Scope scope) {
        Sense of = of(opposite.of(), scope);
        if (!opposite.sign().equals("!")) {
            return of;
        }
        if (!of.is(Sort.YES_OR_NO) && !of.is(Sort.UNKNOWN)) {
            String source = scope.rule().source(opposite.of());
            scope.error(
                    opposite.at(),
                    source + " is " + of.sort().words() + ", and only yes or no has an opposite. Maybe " + source
                            + (of.is(Sort.NUMBER) ? " == 0" : " != \"…\"") + "?");
        }
        return Sense.YES_OR_NO;
    }

    /** {@code $amount : amount >= 5} names the amount, not whether it is so much. */
    private Sense left(Term.Operation compared, Scope scope, Sense whole) {
        return COMPARING.contains(compared.sign()) ? of(compared.left(), scope) : whole;
    }

    private Sense operation(Term.Operation operation, Scope scope) {
        String sign = operation.sign();
        if (sign.equals("&&") || sign.equals("||")) {
            of(operation.left(), scope);
            of(operation.right(), scope);
            return Sense.YES_OR_NO;
        }
        Sense left = COMPARING.contains(sign) && operation.left() instanceof Term.Name
                ? beside(null, operation.right(), operation.left(), scope)
                : of(operation.left(), scope);
        Sense right = beside(left, operation.left(), operation.right(), scope);
        if (COMPARING.contains(sign)) {
            comparisons.check(operation.left(), left, sign, operation.signAt(), operation.right(), right, scope);
            return Sense.YES_OR_NO;
        }
        if (sign.length() > 1) {
            return Sense.YES_OR_NO;
        }
        if (sign.equals("+") && left.is(Sort.TEXT)) {
            return Sense.TEXT;
        }
        boolean amounts = left.type() == java.math.BigDecimal.class || right.type() == java.math.BigDecimal.class;
        return left.is(Sort.NUMBER) && right.is(Sort.NUMBER)
                ? (amounts ? Sense.AMOUNT : Sense.WHOLE_NUMBER)
                : Sense.UNKNOWN;
    }

    /** A term that is compared with another one, by which a word without quotes can be told. */
    private Sense beside(@Nullable Sense other, Term otherTerm, Term term, Scope scope) {
        if (!(term instanceof Term.Name name) || other == null || isKnown(name, scope)) {
            return of(term, scope);
        }
        if (other.is(Sort.DAY) || other.is(Sort.MONTH)) {
            List<String> words = Moments.words(other.sort());
            scope.unknown(
                    name.at(),
                    "There is no " + (other.is(Sort.DAY) ? "day" : "month") + " " + name.text() + ". Maybe "
                            + Moments.nearest(name.text(), words) + "?");
            return Sense.UNKNOWN;
        }
        boolean plain = !name.text().startsWith("$");
        if (plain && other.sort().isWritten() && !(otherTerm instanceof Term.Text)) {
            scope.unknown(
                    name.at(),
                    "Text stands in quotes, and " + name.text() + " has none. Maybe \"" + name.text() + "\"?");
            return Sense.UNKNOWN;
        }
        return of(term, scope);
    }

    private boolean isKnown(Term.Name name, Scope scope) {
        Class<?> fact = scope.fact();
        return scope.bound(name.text()) != null
                || name.text().equals("this")
                || fact == null
                || Fields.of(fact).containsKey(name.text())
                || !Fields.methods(fact, name.text()).isEmpty()
                || Fields.constant(fact, name.text()) != null;
    }

    private Sense name(Term.Name name, Scope scope) {
        Sense bound = scope.bound(name.text());
        if (bound != null) {
            return bound;
        }
        if (name.text().startsWith("$")) {
            unbound(name, scope);
            return Sense.UNKNOWN;
        }
        Class<?> fact = scope.fact();
        if (fact == null) {
            return Sense.UNKNOWN;
        }
        if (name.text().equals("this")) {
            return Sense.of(fact, vocabulary);
        }
        Class<?> constant = Fields.constant(fact, name.text());
        if (constant != null) {
            return Sense.of(constant, vocabulary);
        }
        return fieldOf(fact, "", name.text(), name.at(), scope);
    }

    /** Tells of a name that stands for nothing. */
    void unbound(Term.Name name, Scope scope) {
        if (scope.isOpen() || scope.rule().otherWords().contains(name.text())) {
            return;
        }
        List<String> names = new ArrayList<>(scope.names());
        String near = names.isEmpty() ? "" : Nearest.to(name.text(), names);
        boolean one = names.size() == 1 || (!near.isEmpty() && Nearest.isNear(name.text(), near));
        scope.unknown(
                name.at(),
                "Nothing is called " + name.text() + " here. "
                        + (one ? "Maybe " + near + "?" : "Maybe " + name.text() + " : before what it stands for?"));
    }

    private Sense field(Term.Field field, Scope scope) {
        Sense of = of(field.of(), scope);
        if (!of.is(Sort.FACT) && !of.is(Sort.TIER)) {
            return Sense.UNKNOWN;
        }
        String before = scope.rule().source(field.of()) + ".";
        return fieldOf(of.type(), before, field.name(), field.nameAt(), scope);
    }

    private Sense fieldOf(Class<?> type, String before, String word, int at, Scope scope) {
        Method method = Fields.of(type).get(word);
        if (method != null) {
            if (type == Member.class && word.equals("tier")) {
                uses.add(Uses.Role.LADDER, "", "", scope.rule(), at);
                return new Sense(Sort.TIER, Tier.class, "");
            }
            return type == Tier.class ? new Sense(Sort.TEXT, String.class, "tier ") : Sense.of(method, vocabulary);
        }
        if (type.getName().startsWith("java.")) {
            return Sense.UNKNOWN;
        }
        if (!Fields.methods(type, word).isEmpty()) {
            scope.error(
                    at,
                    "'" + word + "' needs to be told of what. Maybe " + Suggestions.written(type, before, word) + "?");
            return Sense.UNKNOWN;
        }
        scope.unknown(
                at,
                type.getSimpleName() + " has no field '" + word + "'. Maybe " + suggestions.field(type, before, word)
                        + "?");
        return Sense.UNKNOWN;
    }

    private Sense call(Term.Call call, Scope scope) {
        Class<?> type;
        Sense of = Sense.UNKNOWN;
        Term before = call.of();
        if (before == null) {
            type = scope.fact();
        } else {
            of = of(before, scope);
            type = of.is(Sort.FACT) || of.is(Sort.TIER) ? of.type() : null;
        }
        List<Sense> arguments = arguments(call, scope);
        if (type == null) {
            return Sense.UNKNOWN;
        }
        if (call.arguments().isEmpty() && Fields.of(type).containsKey(call.name())) {
            String prefix = before == null ? "" : scope.rule().source(before) + ".";
            return fieldOf(type, prefix, call.name(), call.nameAt(), scope);
        }
        List<Method> methods = Fields.methods(type, call.name());
        methods.removeIf(method -> Modifier.isStatic(method.getModifiers()));
        if (methods.isEmpty()) {
            String prefix = before == null ? "" : scope.rule().source(before) + ".";
            scope.unknown(
                    call.nameAt(),
                    type.getSimpleName() + " has no '" + call.name() + "'. Maybe "
                            + asked(suggestions.field(type, prefix, call.name()), call, scope) + "?");
            return Sense.UNKNOWN;
        }
        Method method = calls.fitting(call, methods, arguments, scope);
        return method == null ? Sense.UNKNOWN : calls.told(call, method, of, scope);
    }

    /** A suggestion for a call: with what stands in its parentheses, and with parentheses after {@code then}. */
    private static String asked(String suggestion, Term.Call call, Scope scope) {
        int open = suggestion.indexOf("( ");
        if (open >= 0 && !call.arguments().isEmpty()) {
            return suggestion.substring(0, open)
                    + scope.rule()
                            .file()
                            .text()
                            .substring(call.nameAt() + call.name().length(), call.end());
        }
        boolean field = suggestion.startsWith("'") && scope.fact() == null;
        return field ? suggestion.substring(1, suggestion.length() - 1) + "()" : suggestion;
    }

    /** What stands in the parentheses of a call; a word without quotes is told. */
    List<Sense> arguments(Term.Call call, Scope scope) {
        List<Sense> senses = new ArrayList<>();
        for (Term argument : call.arguments()) {
            boolean plain = argument instanceof Term.Name name
                    && !name.text().startsWith("$")
                    && Character.isLetter(name.text().charAt(0))
                    && scope.fact() != null
                    && !isKnown(name, scope);
            if (plain) {
                String word = ((Term.Name) argument).text();
                scope.unknown(
                        argument.at(), "Text stands in quotes, and " + word + " has none. Maybe \"" + word + "\"?");
                senses.add(Sense.UNKNOWN);
            } else {
                senses.add(of(argument, scope));
            }
        }
        return senses;
    }

    /** The classes a name can stand for in a pattern; a file with imports may know more than the library. */
    @Nullable
    Class<?> fact(String name) {
        return vocabulary.facts().get(name);
    }

    /** The types that a file imports, by simple name; an asterisk stands for any. */
    static Set<String> imported(ParsedFile file) {
        Map<String, Boolean> names = new TreeMap<>();
        file.content().getImports().forEach(each -> {
            String target = each.getTarget();
            names.put(target.substring(target.lastIndexOf('.') + 1), true);
        });
        return names.keySet();
    }
}
