package org.regulars.internal.check;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.PaidItem;
import org.regulars.facts.Tier;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.internal.syntax.Term;

/** What stands in the parentheses of a word must be what the word takes. */
final class Calls {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class, short.class);

    private final Vocabulary vocabulary;
    private final Uses uses;

    Calls(Vocabulary vocabulary, Uses uses) {
        this.vocabulary = vocabulary;
        this.uses = uses;
    }

    /** The method that takes these arguments; null if none does, which is told. */
    @Nullable
    Method fitting(Term.Call call, List<Method> methods, List<Sense> arguments, Scope scope) {
        for (Method method : methods) {
            if (fits(method, call.arguments(), arguments)) {
                return method;
            }
        }
        // Decimals without quotes are told by who reads the text of the file.
        boolean decimal = call.arguments().stream()
                .anyMatch(each ->
                        each instanceof Term.Digits digits && digits.text().contains("."));
        if (!decimal) {
            Method best = methods.stream()
                    .max(Comparator.comparingInt((Method method) -> alike(method, call, arguments))
                            .thenComparing(method -> method.getParameterTypes().length > 0
                                    && method.getParameterTypes()[0].isPrimitive()))
                    .orElseThrow();
            scope.error(placeOf(call, best, arguments), told(call, methods, best, arguments, scope));
        }
        return null;
    }

    /** What a call tells; the words in it that must be known elsewhere are taken down. */
    Sense told(Term.Call call, Method method, Sense of, Scope scope) {
        List<Term> arguments = call.arguments();
        String first = arguments.isEmpty() || !(arguments.get(0) instanceof Term.Text text) ? "" : text.value();
        int at = arguments.isEmpty() ? call.nameAt() : arguments.get(0).at();
        Sense told = Sense.of(method, vocabulary);
        // Words of the library's own facts; those of decisions are taken down by who knows them.
        boolean ofFact = method.getDeclaringClass().getPackage() == Tier.class.getPackage();
        if (first.isEmpty() || !ofFact) {
            return told;
        }
        switch (method.getName()) {
            case "has", "quantityOf", "amountOf" -> uses.add(Uses.Role.GOODS, "", first, scope.rule(), at);
            case "text", "number", "date" -> {
                uses.add(Uses.Role.ATTRIBUTE, "", first, scope.rule(), at);
                return new Sense(told.sort(), told.type(), first);
            }
            case "holds" -> uses.add(Uses.Role.THRESHOLD, "", first, scope.rule(), at);
            case "tier" -> {
                uses.add(Uses.Role.LADDER, "", first, scope.rule(), at);
                return new Sense(Sort.TIER, Tier.class, first);
            }
            case "isAtLeast", "isBelow", "is" -> uses.add(Uses.Role.TIER, of.field(), first, scope.rule(), at);
            default -> {}
        }
        return told;
    }

    private static boolean fits(Method method, List<Term> terms, List<Sense> arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (method.isVarArgs()) {
            return arguments.stream().allMatch(each -> each.sort().isWritten() || each.is(Sort.UNKNOWN));
        }
        if (types.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!fits(types[i], terms.get(i), arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Class<?> type, Term term, Sense argument) {
        if (argument.is(Sort.UNKNOWN) || argument.is(Sort.NOTHING)) {
            return true;
        }
        if (type == long.class) {
            return WHOLE.contains(argument.type());
        }
        if (type == int.class) {
            return WHOLE.contains(argument.type()) && argument.type() != long.class && argument.type() != Long.class;
        }
        if (type == String.class) {
            return argument.sort().isWritten();
        }
        // A number written in a rule is no BigDecimal, unlike one that is worked out of a fact.
        if (type == BigDecimal.class) {
            return argument.type() == BigDecimal.class && !(term instanceof Term.Digits);
        }
        return type.isAssignableFrom(argument.type());
    }

    private static int alike(Method method, Term.Call call, List<Sense> arguments) {
        int alike = method.getParameterCount() == arguments.size() ? 10 : 0;
        List<Sense> left = new ArrayList<>(arguments);
        for (Class<?> type : method.getParameterTypes()) {
            for (int i = 0; i < left.size(); i++) {
                // Of a fact it is mostly the amount that was meant.
                boolean amount = type == BigDecimal.class && left.get(i).is(Sort.FACT);
                if (amount || fits(type, call.arguments().get(arguments.indexOf(left.get(i))), left.get(i))) {
                    left.remove(i);
                    alike++;
                    break;
                }
            }
        }
        return alike;
    }

    /** Where the first argument stands that does not fit. */
    private static int placeOf(Term.Call call, Method best, List<Sense> arguments) {
        Class<?>[] types = best.getParameterTypes();
        for (int i = 0; i < arguments.size() && i < types.length; i++) {
            if (!fits(types[i], call.arguments().get(i), arguments.get(i))) {
                return call.arguments().get(i).at();
            }
        }
        return call.nameAt();
    }

    private static String told(Term.Call call, List<Method> methods, Method best, List<Sense> arguments, Scope scope) {
        boolean ofType = Modifier.isStatic(best.getModifiers());
        String name =
                (ofType ? best.getDeclaringClass().getSimpleName() : "") + (call.of() == null ? "" : ".") + call.name();
        List<String> takes = new ArrayList<>();
        for (int i = 0; i < best.getParameterCount(); i++) {
            takes.add(words(methods, best, i));
        }
        String given = arguments.isEmpty()
                ? "nothing stands there"
                : arguments.stream().map(Calls::words).collect(Collectors.joining(" and "))
                        + (arguments.size() == 1 ? " stands there" : " stand there");
        return name + " takes " + (takes.isEmpty() ? "nothing" : String.join(" and ", takes)) + ", and " + given
                + ". Maybe " + mended(call, name, best, arguments, scope) + lineOf(best, scope) + "?";
    }

    /** What a line of the receipt is called, where a rule has none. */
    private static String lineOf(Method best, Scope scope) {
        boolean takesLine = best.getParameterCount() == 1 && best.getParameterTypes()[0] == PaidItem.class;
        boolean hasLine = scope.names().stream().anyMatch(name -> {
            Sense bound = scope.bound(name);
            return bound != null && bound.type() == PaidItem.class;
        });
        return takesLine && !hasLine ? ", with $item : PaidItem() after when" : "";
    }

    private static String words(Sense argument) {
        return switch (argument.sort()) {
            case TEXT, DATE, TIME -> "a text";
            case FACT -> argument.type().getSimpleName();
            case UNKNOWN -> "something";
            default -> argument.sort().words();
        };
    }

    private static String words(List<Method> methods, Method best, int index) {
        boolean number = methods.stream()
                .filter(method -> method.getParameterCount() == best.getParameterCount())
                .map(method -> method.getParameterTypes()[index])
                .anyMatch(type -> type.isPrimitive() || type == BigDecimal.class);
        Class<?> type = best.getParameterTypes()[index];
        boolean amount = type == BigDecimal.class
                && methods.stream()
                        .allMatch(method -> method.getParameterCount() > index
                                && (method.getParameterTypes()[index] == BigDecimal.class
                                        || method.getParameterTypes()[index].isPrimitive()));
        boolean whole = methods.stream()
                .allMatch(method ->
                        method.getParameterCount() > index && method.getParameterTypes()[index].isPrimitive());
        if (amount) {
            return "an amount of a fact";
        }
        return whole ? "a whole number" : number ? "a number" : type == PaidItem.class ? "a paid item" : "a text";
    }

    /** The call with each argument where it fits. */
    private static String mended(Term.Call call, String name, Method best, List<Sense> arguments, Scope scope) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            left.add(i);
        }
        List<String> written = new ArrayList<>();
        for (Class<?> type : best.getParameterTypes()) {
            String found = null;
            for (Integer i : left) {
                found = asA(type, call.arguments().get(i), arguments.get(i), scope);
                if (found != null) {
                    left.remove(i);
                    break;
                }
            }
            written.add(Objects.requireNonNullElse(found, placeholder(type, call.name(), scope)));
        }
        return name + (written.isEmpty() ? "()" : "( " + String.join(", ", written) + " )");
    }

    private static @Nullable String asA(Class<?> type, Term term, Sense argument, Scope scope) {
        String source = scope.rule().source(term);
        if (fits(type, term, argument)) {
            return source;
        }
        boolean whole = type == long.class || type == int.class;
        if (whole && term instanceof Term.Text text) {
            BigDecimal number = NumberWords.number(text.value());
            return text.value().matches("\\d+") ? text.value() : number == null ? null : number.toPlainString();
        }
        if (type == String.class && term instanceof Term.Digits) {
            return "\"" + source + "\"";
        }
        boolean hasAmount = argument.is(Sort.FACT) && Fields.of(argument.type()).containsKey("amount");
        return type == BigDecimal.class && hasAmount ? source + ".amount()" : null;
    }

    private static String placeholder(Class<?> type, String method, Scope scope) {
        if (type == String.class) {
            return "\"" + Suggestions.example(method) + "\"";
        }
        if (type == BigDecimal.class) {
            return nameOf("amount", null, scope) + ".amount()";
        }
        return type == PaidItem.class ? nameOf("item", PaidItem.class, scope) : "1";
    }

    /** A name of the rule for something of this type, or with such a field. */
    private static String nameOf(String field, @Nullable Class<?> type, Scope scope) {
        for (String name : scope.names()) {
            Sense sense = Objects.requireNonNull(scope.bound(name));
            boolean suits = type == null
                    ? sense.is(Sort.FACT) && Fields.of(sense.type()).containsKey(field)
                    : sense.type() == type;
            if (suits) {
                return name;
            }
        }
        return type == null ? "$paid" : "$item";
    }
}
