package org.regulars.internal.guard;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;

/** Refuses after {@code then} all but announcing decisions: one after the other, under a condition, or for each item. */
final class ConsequenceGate {

    private static final Set<String> CHANGES =
            Set.of("delete", "insertLogical", "modify", "retract", "update", "halt", "setFocus", "getKieRuntime");

    /** Far more than a rule announces: the compiler takes its time over each. */
    private static final int MOST_STATEMENTS = 100;

    private final ExpressionGate expressions;
    private final Places places;
    private final Set<String> decided = new HashSet<>();
    private String then = "";

    ConsequenceGate(Vocabulary vocabulary, Bounds bounds, Places places) {
        this.expressions = new ExpressionGate(vocabulary, bounds);
        this.places = places;
    }

    void check(String text) {
        then = text;
        ParserConfiguration java = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setAttributeComments(false)
                .setTabSize(1);
        ParseResult<BlockStmt> parsed;
        try {
            parsed = new JavaParser(java).parseBlock("{" + text + "\n}");
        } catch (StackOverflowError e) {
            places.errorInThen(0, "Here is more than can be read at once. Maybe several rules?");
            return;
        }
        if (parsed.isSuccessful() && parsed.getResult().isPresent()) {
            int statements = parsed.getResult().get().findAll(Statement.class).size() - 1;
            if (statements > MOST_STATEMENTS) {
                places.errorInThen(
                        0,
                        "After 'then' stand more than " + MOST_STATEMENTS + " lines and braces. Maybe several rules?");
                return;
            }
            parsed.getResult().get().getStatements().forEach(this::checkStatement);
        } else {
            // Drools reads a little more than Java, as modify( … ) { … }; where it does not, its own message comes too.
            int at = parsed.getProblems().stream()
                    .flatMap(problem -> problem.getLocation().stream())
                    .flatMap(range -> range.getBegin().getRange().stream())
                    .map(range -> offset(range.begin))
                    .findFirst()
                    .orElse(0);
            places.errorInThen(
                    at, "This cannot be read: after 'then' stand lines like insert( Bonus.of( 20, \"points\" ) );");
        }
    }

    private void checkStatement(Statement statement) {
        if (statement instanceof ExpressionStmt line) {
            checkLine(line.getExpression());
        } else if (statement instanceof IfStmt choice) {
            checkExpression(choice.getCondition());
            checkStatement(choice.getThenStmt());
            choice.getElseStmt().ifPresent(this::checkStatement);
        } else if (statement instanceof ForEachStmt each) {
            if (checkExpression(each.getIterable()) && !isOfAFact(each.getIterable())) {
                tell(each.getIterable(), "'for' goes over what a fact holds. Maybe for ( var each : $paid.items() )?");
            }
            checkStatement(each.getBody());
        } else if (statement instanceof BlockStmt block) {
            block.getStatements().forEach(this::checkStatement);
        } else if (!(statement instanceof EmptyStmt)) {
            String word = statement.toString().replaceAll("(?s)[^a-z].*", "");
            tell(
                    statement,
                    "After 'then' a rule announces decisions, with insert, if and for ( … : … ), and has no '" + word
                            + "'. Maybe insert( Bonus.of( 20, \"points\" ) );?");
        }
    }

    private void checkLine(Expression line) {
        if (line instanceof VariableDeclarationExpr declaration) {
            for (VariableDeclarator variable : declaration.getVariables()) {
                if (variable.getType().isArrayType()) {
                    tell(variable, "A rule has no arrays. Maybe the items of a fact?");
                } else if (variable.getInitializer().isEmpty()) {
                    tell(variable, "A name is given with its value. Maybe var more = $paid.amount();?");
                } else if (checkExpression(variable.getInitializer().get())
                        && isDecision(variable.getInitializer().get())) {
                    decided.add(variable.getNameAsString());
                }
            }
        } else if (line instanceof MethodCallExpr call && call.getScope().isEmpty() && isInsert(call)) {
            Expression announced = call.getArgument(0);
            if (checkExpression(announced) && !isDecision(announced)) {
                tell(
                        announced,
                        "Only decisions are inserted, and this is none. Maybe insert( Bonus.of( 20, \"points\" ) );?");
            }
        } else {
            boolean changes = line instanceof MethodCallExpr call && CHANGES.contains(call.getNameAsString());
            tell(
                    line,
                    (changes ? "A rule changes no facts, it announces decisions" : "This announces nothing")
                            + ". Maybe insert( Bonus.of( 20, \"points\" ) );?");
        }
    }

    private static boolean isInsert(MethodCallExpr call) {
        return call.getNameAsString().equals("insert") && call.getArguments().size() == 1;
    }

    /** A decision as it begins, as in Bonus.of( … ), with all that is said of it, or the name of one. */
    private boolean isDecision(Expression expression) {
        if (expression instanceof EnclosedExpr inner) {
            return isDecision(inner.getInner());
        }
        if (expression instanceof ConditionalExpr choice) {
            return isDecision(choice.getThenExpr()) && isDecision(choice.getElseExpr());
        }
        Expression root = expression;
        while (root instanceof MethodCallExpr call && call.getScope().isPresent()) {
            root = call.getScope().get();
        }
        if (!(root instanceof NameExpr name)) {
            return false;
        }
        String word = name.getNameAsString();
        boolean begins = Vocabulary.decisions().containsKey(word)
                || Vocabulary.definitions().containsKey(word);
        return decided.contains(word) || (begins && expression instanceof MethodCallExpr);
    }

    /** A name, or what one has, as in $paid.items(). */
    private static boolean isOfAFact(Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            return call.getArguments().isEmpty()
                    && call.getScope().filter(ConsequenceGate::isOfAFact).isPresent();
        }
        return expression instanceof NameExpr;
    }

    /** Whether nothing is wrong in an expression. */
    private boolean checkExpression(Expression expression) {
        List<ExpressionGate.Refused> wrong = new ArrayList<>();
        expressions.check(expression, wrong::add);
        wrong.forEach(
                refused -> places.errorInThen(refused.begin().map(this::offset).orElse(0), refused.message()));
        return wrong.isEmpty();
    }

    private void tell(Node node, String message) {
        places.errorInThen(node.getBegin().map(this::offset).orElse(0), message);
    }

    /** Where in the text a place is; the parser saw a brace before it. */
    private int offset(Position position) {
        return Math.max(0, Places.offset("{" + then, position) - 1);
    }
}
