package org.regulars.internal.lint;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Nearest;
import org.regulars.internal.reading.Vocabulary;

/** What the compiler says of one rule, in the words of its text, and where in it. */
final class CompilerWords {

    /**
     * What is to be said.
     *
     * @param offset where in the file; -1 if that is not known
     * @param message what is wrong
     */
    record Told(int offset, String message) {}

    private static final Pattern NOT_APPLICABLE = Pattern.compile(
            "The method (\\w+)\\(.*?\\) in the type (\\w+) is not applicable for the arguments \\((.*)\\)");
    private static final Pattern UNDEFINED =
            Pattern.compile("The method (\\w+)\\(.*?\\) is undefined for the type (\\w+)");
    private static final Pattern UNRESOLVED = Pattern.compile("^(\\$?\\w+(?:\\.\\w+)*) cannot be resolved");
    private static final Pattern TOO_LARGE = Pattern.compile("The literal (\\w+) of type \\w+ is out of range");
    private static final Pattern NO_FIELD = Pattern.compile("Unknown field (\\w+) on class (\\S+)");
    private static final Pattern NO_METHOD =
            Pattern.compile("Method (\\w+) on class (\\S+) with arguments \\[(.*?)\\]");
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?:Unable to parse left part of expression: |Unable to Analyse Expression |Predicate ')(.+?)(?:' must be.*|:)?$");
    private static final Pattern NO_COERCION = Pattern.compile("Cannot coerce (\\w+) (.*) to (\\w+)!");
    private static final Pattern TWICE = Pattern.compile("Duplicate (?:declaration for|local) variable '?(\\$?\\w+)'?");
    private static final Pattern NO_FUNCTION = Pattern.compile("Unknown accumulate function: '(\\w+)'");
    private static final Pattern NO_BOOLEAN = Pattern.compile(
            "cannot convert from (\\w+) to boolean|operator [!&|]+ is undefined for the argument type\\(s\\) (\\w+)");
    private static final Pattern NOT_COMPARABLE = Pattern.compile("Class<(\\w+)>.*, (\\w+)$");

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "<", ">");

    private static final Set<String> NO_FIELDS = Set.of(
            "in", "not", "matches", "contains", "memberOf", "null", "true", "false", "this", "new", "instanceof");

    private final RuleUnit unit;
    private final Vocabulary vocabulary;
    private final TypeWords types;

    CompilerWords(RuleUnit unit, Vocabulary vocabulary) {
        this.unit = unit;
        this.vocabulary = vocabulary;
        this.types = new TypeWords(vocabulary);
    }

    /** What is to be told of a message; nothing if it helps nobody. */
    Optional<Told> of(String said) {
        String text = said.lines().findFirst().orElse("").strip();
        return Stream.of(
                        of(NOT_APPLICABLE, text, this::notApplicable),
                        of(UNDEFINED, text, this::undefined),
                        of(UNRESOLVED, text, this::unresolved),
                        of(TOO_LARGE, text, this::tooLarge),
                        of(NO_FIELD, text, this::noField),
                        of(NO_METHOD, text, this::noMethod),
                        of(NO_COERCION, text, this::noCoercion),
                        of(TWICE, text, this::twice),
                        of(NO_FUNCTION, text, this::noFunction),
                        of(NO_BOOLEAN, text, this::noBoolean),
                        of(EXPRESSION, text, this::expression))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Told> of(Pattern pattern, String text, Function<Matcher, Told> words) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(words.apply(matcher)) : Optional.empty();
    }

    private Told notApplicable(Matcher said) {
        String word = said.group(1);
        String owner = said.group(2);
        Class<?> type = types.type(owner);
        if (type == null) {
            Matcher compared = NOT_COMPARABLE.matcher(said.group(3));
            boolean isKnown = compared.find();
            String what = isKnown
                    ? "Here " + TypeWords.called(compared.group(1)) + " is compared with "
                            + TypeWords.called(compared.group(2))
                    : "Here two things are compared that cannot be compared";
            String field = isKnown ? compared.group(1) : "";
            return new Told(
                    -1,
                    what
                            + switch (field) {
                                case "Tier" -> ". Maybe tier.is( \"Gold\" )?";
                                case "DayOfWeek" -> ". Maybe SATURDAY, without quotation marks?";
                                case "Month" -> ". Maybe DECEMBER, without quotation marks?";
                                default -> ". Maybe another field, or another value?";
                            });
        }
        String args =
                Stream.of(said.group(3).split(", ")).map(TypeWords::called).collect(Collectors.joining(" and "));
        String without = said.group(3).isBlank() ? "nothing" : args;
        return new Told(
                called(word, type),
                TypeWords.isFactory(type, word)
                        ? owner + "." + word + " does not go with " + without + ". Maybe "
                                + TypeWords.example(type, word) + "?"
                        : "'" + word + "' of " + owner + " does not go with " + without + ". Maybe "
                                + TypeWords.example(type, word) + "?");
    }

    private Told undefined(Matcher said) {
        String word = said.group(1);
        Class<?> type = types.type(said.group(2));
        if (type == null) {
            return new Told(offset(unit.text().then(), word), "'" + word + "' is not known here. Maybe insert?");
        }
        return new Told(called(word, type), nothingOf(type, word));
    }

    private Told unresolved(Matcher said) {
        String word = said.group(1);
        int dot = word.lastIndexOf('.');
        String last = word.substring(dot + 1);
        int offset = offset(unit.tokens(), last);
        if (word.startsWith("$") && dot < 0) {
            return new Told(offset, unbound(word));
        }
        if (Character.isUpperCase(last.charAt(0))) {
            List<String> known = new ArrayList<>(Vocabulary.decisions().keySet());
            known.addAll(Vocabulary.definitions().keySet());
            return new Told(offset, "There is no " + last + ". Maybe " + Nearest.to(last, known) + "?");
        }
        return new Told(offset, "'" + last + "' is not known here. Maybe \"" + last + "\", as text?");
    }

    private String unbound(String word) {
        List<String> known = new ArrayList<>();
        List<Token> when = unit.text().when();
        for (int i = 0; i + 1 < when.size(); i++) {
            if (when.get(i).isBinding() && when.get(i + 1).is(":")) {
                known.add(when.get(i).text());
            }
        }
        return "No fact or value is called " + word + " after 'when'. Maybe "
                + (known.isEmpty() ? word + " : before the fact" : Nearest.to(word, known)) + "?";
    }

    private Told tooLarge(Matcher said) {
        String number = said.group(1);
        return new Told(
                offset(unit.tokens(), number),
                number.matches("0\\d+")
                        ? "A number does not begin with 0. Maybe " + number.replaceFirst("^0+(?=.)", "") + "?"
                        : "The number " + number + " is too large to be written like this. Maybe \"" + number + "\"?");
    }

    private Told noField(Matcher said) {
        Class<?> type = types.type(said.group(2));
        return new Told(
                offset(unit.tokens(), said.group(1)),
                type == null ? noSuchField("This", said.group(1), List.of()) : noField(type, said.group(1)));
    }

    private Told noMethod(Matcher said) {
        Class<?> type = types.type(said.group(2));
        String word = said.group(1);
        int offset = offset(unit.tokens(), word);
        if (type == null) {
            return new Told(offset, "'" + word + "' cannot be asked here. Maybe another field?");
        }
        if (Bindings.asked(type, word).isEmpty()) {
            return new Told(offset, noField(type, word));
        }
        String args = Stream.of(said.group(3).split(", "))
                .map(arg -> TypeWords.called(arg.replace("class ", "")))
                .collect(Collectors.joining(" and "));
        return new Told(
                offset,
                "'" + word + "' of " + type.getSimpleName() + " does not go with " + args + ". Maybe "
                        + TypeWords.example(type, word) + "?");
    }

    private Told noCoercion(Matcher said) {
        int offset = offsetOfText(said.group(2));
        String what = "\"" + said.group(2) + "\" is " + TypeWords.called(said.group(1)) + ", and here stands "
                + TypeWords.called(said.group(3));
        return new Told(
                offset,
                what
                        + (said.group(3).equals("boolean")
                                ? ". Maybe the field alone, without a comparison?"
                                : ". Maybe a value without quotation marks?"));
    }

    private Told twice(Matcher said) {
        String word = said.group(1);
        List<Integer> places = unit.tokens().stream()
                .filter(token -> token.is(word))
                .map(Token::start)
                .toList();
        return new Told(
                places.size() > 1 ? places.get(1) : places.isEmpty() ? -1 : places.get(0),
                word + " is already the name of something else in this rule. Maybe another name?");
    }

    private Told noFunction(Matcher said) {
        return new Told(
                offset(unit.text().when(), said.group(1)),
                "'" + said.group(1) + "' adds nothing up. Maybe "
                        + Nearest.to(said.group(1), List.of("sum", "count", "min", "max", "average")) + "?");
    }

    private Told noBoolean(Matcher said) {
        String type = said.group(1) == null ? said.group(2) : said.group(1);
        return new Told(
                -1,
                "A condition is yes or no, and this is " + TypeWords.called(type) + ". Maybe compare it, as in "
                        + (type.equals("String") ? "name == \"latte\"" : "amount > 0") + "?");
    }

    private Told expression(Matcher said) {
        String expression = said.group(1);
        int offset = offsetOfSource(expression);
        return offset < 0
                ? new Told(-1, "This condition cannot be understood. Maybe compare it with a rule that works?")
                : ofCondition(offset, offset + expression.length());
    }

    /** What can be said of a condition that the compiler does not like, from one offset to before another. */
    Told ofCondition(int from, int to) {
        Class<?> fact = factAt(from);
        List<Token> when = unit.text().when();
        boolean compared = false;
        for (int i = 0; i < when.size(); i++) {
            Token token = when.get(i);
            if (token.start() >= from && token.start() < to) {
                compared |= COMPARISONS.contains(token.text());
                Optional<Told> told = i == 0 ? Optional.empty() : inCondition(token, when.get(i - 1), fact);
                if (told.isPresent()) {
                    return told.get();
                }
            }
        }
        return compared
                ? new Told(from, "What is compared here cannot be compared. Maybe another field, or another value?")
                : new Told(
                        from,
                        "A condition is yes or no, and this is neither. Maybe compare it, as in "
                                + (fact == null
                                                || Bindings.member(fact, "amount")
                                                        .isEmpty()
                                        ? "category == \"coffee\"?"
                                        : "amount >= 10?"));
    }

    private Optional<Told> inCondition(Token token, Token before, @Nullable Class<?> fact) {
        String word = token.text();
        if (token.isText() && before.is("matches")) {
            return Optional.of(new Told(
                    token.start(),
                    "After 'matches' stands a pattern, and " + word + " is none. Maybe == \"\u2026\" instead?"));
        }
        if (!token.isWord() || before.is(".")) {
            return Optional.empty();
        }
        if (token.isBinding()) {
            return isBound(word) ? Optional.empty() : Optional.of(new Told(token.start(), unbound(word)));
        }
        if (Character.isUpperCase(word.charAt(0))) {
            String near = Nearest.to(word, constants());
            return isConstant(word)
                    ? Optional.empty()
                    : Optional.of(new Told(
                            token.start(),
                            "'" + word + "' is not known here. Maybe "
                                    + (Likely.isMeant(word, near.toLowerCase(Locale.ROOT)) ? near : '"' + word + '"')
                                    + "?"));
        }
        if (fact == null || Bindings.asked(fact, word).isPresent() || NO_FIELDS.contains(word)) {
            return Optional.empty();
        }
        return Optional.of(new Told(
                token.start(),
                COMPARISONS.contains(before.text())
                        ? "'" + word + "' is not known here. Maybe \"" + word + "\", as text?"
                        : noField(fact, word)));
    }

    private String noField(Class<?> type, String word) {
        List<String> known = Stream.of(type.getMethods())
                .filter(method ->
                        method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !List.of("equals", "hashCode", "toString").contains(method.getName()))
                .map(Method::getName)
                .sorted()
                .distinct()
                .toList();
        return noSuchField(type.getSimpleName(), word, known);
    }

    private static String noSuchField(String type, String word, List<String> known) {
        return (type.equals("String") ? "A text" : type) + " has no field '" + word + "'. Maybe "
                + (known.isEmpty() || type.equals("String") ? "another one?" : "'" + Nearest.to(word, known) + "'?");
    }

    private static String nothingOf(Class<?> type, String word) {
        List<String> known = Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .filter(name -> !List.of("equals", "hashCode", "toString").contains(name))
                .sorted()
                .distinct()
                .toList();
        return type.getSimpleName() + " has no '" + word + "'. Maybe '" + Nearest.to(word, known) + "'?";
    }

    private boolean isBound(String word) {
        List<Token> when = unit.text().when();
        for (int i = 0; i + 1 < when.size(); i++) {
            if (when.get(i).is(word) && when.get(i + 1).is(":")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> constants() {
        return Stream.concat(Stream.of(DayOfWeek.values()), Stream.of(Month.values()))
                .map(Enum::name)
                .toList();
    }

    private boolean isConstant(String word) {
        return constants().contains(word) || vocabulary.facts().containsKey(word);
    }

    /** The type of the fact in whose parentheses an offset is. */
    private @Nullable Class<?> factAt(int offset) {
        Class<?> fact = null;
        List<Token> when = unit.text().when();
        for (int i = 0; i + 1 < when.size() && when.get(i).start() < offset; i++) {
            if (when.get(i).isType() && when.get(i + 1).is("(")) {
                fact = vocabulary.facts().get(when.get(i).text());
            }
        }
        return fact;
    }

    /** Where a word of a type is called: with a point before it, behind its type or what is of its type. */
    private int called(String word, Class<?> type) {
        List<Token> then = unit.text().then();
        int first = -1;
        for (int i = 1; i + 1 < then.size(); i++) {
            if (then.get(i).is(word)
                    && then.get(i - 1).is(".")
                    && then.get(i + 1).is("(")) {
                first = first < 0 ? then.get(i).start() : first;
                if (i >= 2 && then.get(i - 2).is(type.getSimpleName())) {
                    return then.get(i).start();
                }
            }
        }
        return first;
    }

    private static int offset(List<Token> tokens, String word) {
        return tokens.stream()
                .filter(token -> token.text().equals(word))
                .map(Token::start)
                .findFirst()
                .orElse(-1);
    }

    private int offsetOfText(String content) {
        return unit.tokens().stream()
                .filter(token -> token.isText() && token.content().equals(content))
                .map(Token::start)
                .findFirst()
                .orElse(-1);
    }

    /** Where an expression stands, whatever blanks it has. */
    private int offsetOfSource(String expression) {
        String pattern = Stream.of(
                        expression.replace("_this.", "").replace("()", "").split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s*"));
        Matcher matcher = Pattern.compile(pattern).matcher(unit.file().text());
        return matcher.find(unit.text().start())
                        && matcher.start() < unit.text().end()
                ? matcher.start()
                : -1;
    }
}
