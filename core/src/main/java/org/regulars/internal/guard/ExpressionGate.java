package org.regulars.internal.guard;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.drools.mvel.parser.ast.expr.FullyQualifiedInlineCastExpr;
import org.drools.mvel.parser.ast.expr.HalfPointFreeExpr;
import org.drools.mvel.parser.ast.expr.InlineCastExpr;
import org.drools.mvel.parser.ast.expr.ListCreationLiteralExpression;
import org.drools.mvel.parser.ast.expr.MapCreationLiteralExpression;
import org.drools.mvel.parser.ast.expr.OOPathExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;

/** Refuses in an expression what is more than fields, calls that tell something, texts and numbers. */
final class ExpressionGate {

    /** Something refused, and what is said of it. */
    record Refused(Node node, String message) {

        /** Where it begins; a call at its own name, not at what it is asked of. */
        Optional<Position> begin() {
            boolean isCall = node instanceof MethodCallExpr call && CALLS.contains(call.getNameAsString());
            return isCall ? ((MethodCallExpr) node).getName().getBegin() : node.getBegin();
        }
    }

    private static final Map<Class<? extends Node>, String> NEVER = new LinkedHashMap<>();

    static {
        NEVER.put(LambdaExpr.class, "'->'");
        NEVER.put(MethodReferenceExpr.class, "'::'");
        NEVER.put(ObjectCreationExpr.class, "'new'");
        NEVER.put(ArrayCreationExpr.class, "'new'");
        NEVER.put(ArrayInitializerExpr.class, "braces");
        NEVER.put(AssignExpr.class, "'='");
        NEVER.put(CastExpr.class, "a type in parentheses");
        NEVER.put(InlineCastExpr.class, "'#'");
        NEVER.put(FullyQualifiedInlineCastExpr.class, "'#'");
        NEVER.put(InstanceOfExpr.class, "'instanceof'");
        NEVER.put(ClassExpr.class, "'.class'");
        NEVER.put(SwitchExpr.class, "'switch'");
        NEVER.put(SuperExpr.class, "'super'");
        NEVER.put(OOPathExpr.class, "'/'");
        NEVER.put(ListCreationLiteralExpression.class, "'[…]'");
        NEVER.put(MapCreationLiteralExpression.class, "'[…]'");
        NEVER.put(TextBlockLiteralExpr.class, "a text over several lines");
    }

    private static final Set<String> PACKAGES =
            Set.of("com", "dev", "edu", "io", "jakarta", "java", "javax", "jdk", "kotlin", "net", "org", "sun");

    private static final Pattern EXPONENT = Pattern.compile("[\\d.]+[eE].*");

    private static final Set<String> CALLS = Set.of("eval", "forName", "getClass", "notify", "notifyAll", "wait");

    private final Vocabulary vocabulary;
    private final Bounds bounds;

    ExpressionGate(Vocabulary vocabulary, Bounds bounds) {
        this.vocabulary = vocabulary;
        this.bounds = bounds;
    }

    /** Tells what is wrong in an expression. */
    void check(Node expression, Consumer<Refused> tell) {
        String wrong = refusal(expression);
        if (wrong != null) {
            tell.accept(new Refused(expression, wrong));
            return;
        }
        expression.getChildNodes().forEach(inner -> check(inner, tell));
    }

    private @Nullable String refusal(Node node) {
        String never = NEVER.get(node.getClass());
        if (never != null) {
            return "A rule has no " + never + ": it names facts and what they tell. Maybe a field of a fact?";
        }
        if (node instanceof UnaryExpr unary && changes(unary)) {
            return "A rule changes nothing, and '" + unary.getOperator().asString() + "' does. Maybe + 1?";
        }
        if (node instanceof MethodCallExpr call && CALLS.contains(call.getNameAsString())) {
            return "There is no '" + call.getNameAsString() + "' in a rule. Maybe a field of a fact?";
        }
        if (node instanceof FieldAccessExpr || node instanceof MethodCallExpr) {
            return qualified(node);
        }
        if (node instanceof NameExpr name && name.getNameAsString().equals("drools")) {
            return "A rule has no 'drools'. Maybe insert( … )?";
        }
        if (node instanceof PointFreeExpr operation) {
            return matching(
                    operation.getOperator().getIdentifier(),
                    operation.getRight().isEmpty() ? null : operation.getRight().get(0));
        }
        if (node instanceof HalfPointFreeExpr operation) {
            return matching(
                    operation.getOperator().getIdentifier(),
                    operation.getRight().isEmpty() ? null : operation.getRight().get(0));
        }
        if (node instanceof CharLiteralExpr) {
            return null;
        }
        return node instanceof LiteralStringValueExpr literal ? literal(literal) : null;
    }

    private static boolean changes(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** A name with its package, as in java.lang.Runtime, and a class that is no word of the rules. */
    private @Nullable String qualified(Node node) {
        Node root = node;
        while (root instanceof FieldAccessExpr || root instanceof MethodCallExpr) {
            Node scope = root instanceof FieldAccessExpr access
                    ? access.getScope()
                    : ((MethodCallExpr) root).getScope().orElse(null);
            if (scope == null) {
                return null;
            }
            root = scope;
        }
        String name = root instanceof NameExpr first ? first.getNameAsString() : "";
        boolean isClass =
                !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT));
        if (PACKAGES.contains(name) || (isClass && !isWord(name))) {
            return "A rule names facts and decisions only, and '" + name + "' is none. Maybe a field of a fact?";
        }
        return null;
    }

    private boolean isWord(String name) {
        return vocabulary.facts().containsKey(name)
                || Vocabulary.decisions().containsKey(name)
                || Vocabulary.definitions().containsKey(name);
    }

    private static @Nullable String matching(String operator, @Nullable Expression right) {
        if (operator.equals("soundslike")) {
            return "A rule has no 'soundslike'. Maybe category in ( \"tea\", \"coffee\" )?";
        }
        if (!operator.equals("matches")) {
            return null;
        }
        if (!(right instanceof StringLiteralExpr pattern)) {
            return "'matches' goes with a pattern in quotes. Maybe name matches \"[0-9]+\"?";
        }
        String why = SafePattern.refusal(pattern.asString());
        return why == null ? null : "'matches' goes with a plain pattern, not with " + why + ". Maybe str[startsWith]?";
    }

    private @Nullable String literal(LiteralStringValueExpr literal) {
        String value = literal.getValue();
        if (literal instanceof StringLiteralExpr) {
            boolean isPattern = literal.getParentNode()
                    .filter(parent -> parent instanceof PointFreeExpr || parent instanceof HalfPointFreeExpr)
                    .isPresent();
            return value.indexOf('\\') >= 0 && !isPattern
                    ? "A text has no backslash in it. Maybe single quotes 'so' inside it?"
                    : null;
        }
        if (EXPONENT.matcher(value).matches()) {
            return "A number stands with all its digits, not as " + value + ". Maybe 1000000?";
        }
        if (value.length() > bounds.digits()) {
            return "A number has no more than " + bounds.digits()
                    + " digits (the bound 'digits'). Maybe a shorter one?";
        }
        return null;
    }
}
