package org.regulars.internal.check;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Nearest;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.internal.syntax.Term;

/** What stands after {@code then}: the decisions there are, with what they take, on things that have a name. */
final class ThenChecks {

    /** How a decision begins, if it does not begin as others do. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "Multiply", "Multiply.by( 2, \"points\" )",
            "Upgrade", "Upgrade.to( \"Gold\" )",
            "PayWith", "PayWith.each( \"0.01\", \"points\" )",
            "Discount", "Discount.percent( 20 )",
            "Forfeit", "Forfeit.all( \"points\" )");

    /** Words without a meaning of their own that Java or Drools may read there; whether they may, others decide. */
    private static final Set<String> JAVA = Set.of("break", "continue", "drools", "kcontext", "return");

    private final Senses senses;
    private final Calls calls;
    private final WordsOfDecisions words;
    private final Uses uses;

    ThenChecks(Vocabulary vocabulary, Senses senses, Uses uses) {
        this.senses = senses;
        this.calls = new Calls(vocabulary, uses);
        this.words = new WordsOfDecisions(uses);
        this.uses = uses;
    }

    void check(Scope scope) {
        scope.enter(null);
        boolean definesProgram = scope.rule().rule().facts().contains("Program");
        for (Term statement : scope.rule().then()) {
            statement(statement, scope, definesProgram);
        }
    }

    private void statement(Term statement, Scope scope, boolean definesProgram) {
        if (statement instanceof Term.Call call
                && call.of() == null
                && call.name().equals("insert")) {
            if (call.arguments().size() > 1) {
                scope.error(
                        call.arguments().get(1).at(),
                        "One insert announces one decision. Maybe another insert( … ); on a line of its own?");
            }
            call.arguments().forEach(each -> inserted(each, scope, definesProgram));
        } else if (statement instanceof Term.Call call && insertWithin(call) != null) {
            scope.error(
                    call.nameAt(),
                    "." + call.name() + " stands behind the parentheses of insert. Maybe ." + call.name()
                            + "( … ) before its last parenthesis?");
        } else {
            sense(statement, scope);
        }
    }

    private void inserted(Term term, Scope scope, boolean definesProgram) {
        Sense sense = sense(term, scope);
        boolean defines = Vocabulary.definitions().containsValue(sense.type());
        if (defines && !definesProgram) {
            String word = sense.type().getSimpleName();
            scope.error(
                    term.at(),
                    word + " says how the program is, once and for all. Maybe a rule of its own on Program()?");
        }
    }

    private static @Nullable Term insertWithin(Term.Call call) {
        Term of = call.of();
        if (of instanceof Term.Call inner) {
            return inner.of() == null && inner.name().equals("insert") ? inner : insertWithin(inner);
        }
        return null;
    }

    private Sense sense(Term term, Scope scope) {
        if (term instanceof Term.Name name) {
            return name(name, scope);
        }
        if (term instanceof Term.Field field) {
            return field(field, scope);
        }
        if (term instanceof Term.Operation operation) {
            Sense left = sense(operation.left(), scope);
            Sense right = sense(operation.right(), scope);
            boolean whole = left.is(Sort.NUMBER)
                    && right.is(Sort.NUMBER)
                    && left.type() == int.class
                    && right.type() == int.class;
            boolean text = operation.sign().equals("+") && (left.is(Sort.TEXT) || right.is(Sort.TEXT));
            return whole ? Sense.WHOLE_NUMBER : text ? Sense.TEXT : Sense.UNKNOWN;
        }
        return term instanceof Term.Call call ? call(call, scope) : senses.of(term, scope);
    }

    private Sense name(Term.Name name, Scope scope) {
        Sense bound = scope.bound(name.text());
        if (bound != null) {
            return bound;
        }
        if (name.text().startsWith("$")) {
            senses.unbound(name, scope);
        } else if (scope.bound("$" + name.text()) != null) {
            scope.unknown(name.at(), "Nothing is called " + name.text() + " here. Maybe $" + name.text() + "?");
        } else if (Character.isLowerCase(name.text().charAt(0))
                && !scope.isOpen()
                && !isElsewhere(name.text(), scope)) {
            scope.unknown(
                    name.at(),
                    "Text stands in quotes, and " + name.text() + " has none. Maybe \"" + name.text() + "\"?");
        }
        return Sense.UNKNOWN;
    }

    /** Whether a name before a point may be a class or package, and is nothing that was bound. */
    private static boolean isPartOfJava(Term.Name name, Scope scope) {
        return !name.text().startsWith("$")
                && scope.bound(name.text()) == null
                && scope.bound("$" + name.text()) == null;
    }

    private static boolean isElsewhere(String name, Scope scope) {
        return scope.rule().otherWords().contains(name) || JAVA.contains(name);
    }

    /** A field after {@code then} has parentheses: what is there is Java. */
    private Sense field(Term.Field field, Scope scope) {
        if (field.of() instanceof Term.Name name && isPartOfJava(name, scope)) {
            return Sense.UNKNOWN;
        }
        Sense of = sense(field.of(), scope);
        if (of.is(Sort.FACT) || of.is(Sort.TIER)) {
            Method method = Fields.of(of.type()).get(field.name());
            String before = scope.rule().source(field.of()) + ".";
            if (method == null || method.getName().equals(field.name())) {
                Sense sense = method == null
                        ? senses.of(field, scope)
                        : senses.of(
                                new Term.Call(field.of(), field.name(), field.nameAt(), List.of(), field.end()), scope);
                if (method != null) {
                    scope.error(
                            field.nameAt(),
                            "After then a field has parentheses. Maybe " + before + field.name() + "()?");
                }
                return method == null ? Sense.UNKNOWN : sense;
            }
        }
        return Sense.UNKNOWN;
    }

    private Sense call(Term.Call call, Scope scope) {
        Term of = call.of();
        if (of == null) {
            return unqualified(call, scope);
        }
        if (of instanceof Term.Name name
                && scope.bound(name.text()) == null
                && !name.text().startsWith("$")) {
            Class<?> type = decision(name.text());
            if (type != null) {
                return decided(call, type, true, Sense.UNKNOWN, scope);
            }
            if (isPartOfJava(name, scope)) {
                unknownDecision(name, scope);
                uses.open();
            } else {
                name(name, scope);
            }
            arguments(call, scope);
            return Sense.UNKNOWN;
        }
        Sense before = sense(of, scope);
        if (before.is(Sort.DECISION)) {
            return decided(call, before.type(), false, before, scope);
        }
        if (before.is(Sort.FACT) || before.is(Sort.TIER)) {
            return senses.of(call, scope);
        }
        arguments(call, scope);
        return Sense.UNKNOWN;
    }

    private Sense unqualified(Term.Call call, Scope scope) {
        Class<?> type = decision(call.name());
        arguments(call, scope);
        if (type != null) {
            scope.error(call.nameAt(), call.name() + " needs a word after it. Maybe " + beginning(type) + "?");
        }
        return Sense.UNKNOWN;
    }

    private void unknownDecision(Term.Name name, Scope scope) {
        List<String> known = new ArrayList<>(Vocabulary.decisions().keySet());
        known.addAll(Vocabulary.definitions().keySet());
        String nearest = Nearest.to(name.text(), known);
        boolean isJava = name.text().length() < 3 || isJava(name.text());
        boolean isSlip = nearest.equalsIgnoreCase(name.text()) || Nearest.isNear(name.text(), nearest);
        if (!isJava
                && (isSlip || Character.isUpperCase(name.text().charAt(0)))
                && !scope.isOpen()
                && !isElsewhere(name.text(), scope)) {
            scope.unknown(name.at(), "There is no decision " + name.text() + ". Maybe " + nearest + "?");
        }
    }

    /** Words that a trusted rule may use; what a guarded one may is the guard's affair. */
    private static boolean isJava(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return Set.of("BigDecimal", "BigInteger", "RoundingMode", "LocalDate", "List", "Set", "Map")
                    .contains(name);
        }
    }

    private Sense decided(Term.Call call, Class<?> type, boolean begins, Sense before, Scope scope) {
        List<Sense> arguments = arguments(call, scope);
        List<Method> methods = Fields.methods(type, call.name());
        boolean there = methods.stream().anyMatch(method -> Modifier.isStatic(method.getModifiers()) == begins);
        if (!there) {
            scope.error(call.nameAt(), unknownWord(call, type, begins, !methods.isEmpty()));
            uses.open();
            return Sense.UNKNOWN;
        }
        methods.removeIf(method -> Modifier.isStatic(method.getModifiers()) != begins);
        if (methods.stream().anyMatch(word -> word.getReturnType() == type)) {
            // What a decision tells of itself may be called like one of its words, and is none.
            methods.removeIf(accessor -> accessor.getReturnType() != type);
        }
        Method method = calls.fitting(call, methods, arguments, scope);
        words.take(call, type, method == null ? List.of() : methods, scope);
        return method == null ? new Sense(Sort.DECISION, type, "") : calls.told(call, method, before, scope);
    }

    private static String unknownWord(Term.Call call, Class<?> type, boolean begins, boolean elsewhere) {
        String name = type.getSimpleName();
        if (begins && elsewhere) {
            return name + " does not begin with ." + call.name() + ". Maybe " + beginning(type) + "." + call.name()
                    + "( … )?";
        }
        List<String> known = Fields.methodNames(type, begins);
        String own = name + " has no '" + call.name() + "'. Maybe ";
        if (known.isEmpty()) {
            return own + "without it?";
        }
        String nearest = Nearest.to(call.name(), known);
        if (begins && !Nearest.isNear(call.name(), nearest)) {
            return own + beginning(type) + "?";
        }
        return own + "'" + nearest + "'?";
    }

    private static String beginning(Class<?> type) {
        String name = type.getSimpleName();
        return BEGINNINGS.getOrDefault(
                name,
                switch (name) {
                    case "FreeShipping" -> "FreeShipping.of()";
                    case "Benefit", "Extend", "Kind", "Tiers", "Zone" -> name + ".of( \"…\" )";
                    default -> name + ".of( 1, \"…\" )";
                });
    }

    private List<Sense> arguments(Term.Call call, Scope scope) {
        List<Sense> arguments = new ArrayList<>();
        call.arguments().forEach(each -> arguments.add(sense(each, scope)));
        return arguments;
    }

    private static @Nullable Class<?> decision(String name) {
        Map<String, Class<?>> all = new TreeMap<>(Vocabulary.decisions());
        all.putAll(Vocabulary.definitions());
        return all.get(name);
    }
}
