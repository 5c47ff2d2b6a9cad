package org.regulars.internal.guard;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Set;
import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;

/** Refuses after {@code then} all but announcing decisions: one after the other, under a condition, or for each item. */
final class ConsequenceGate {

    private static final Set<String> CHANGES =
            Set.of("delete", "insertLogical", "modify", "retract", "update", "halt", "setFocus", "getKieRuntime");

    private final ExpressionGate expressions;
    private final Places places;
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
            parsed = new JavaParser(java).parseBlock("{" + text + "}");
        } catch (StackOverflowError e) {
            places.errorInThen(0, "Here is more than can be read at once. Maybe several rules?");
            return;
        }
        if (parsed.isSuccessful() && parsed.getResult().isPresent()) {
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
            checkExpression(each.getIterable());
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
                } else {
                    checkExpression(variable.getInitializer().get());
                }
            }
        } else if (line instanceof MethodCallExpr call && call.getScope().isEmpty() && isInsert(call)) {
            call.getArguments().forEach(this::checkExpression);
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

    private void checkExpression(Expression expression) {
        expressions.check(
                expression,
                refused -> places.errorInThen(refused.begin().map(this::offset).orElse(0), refused.message()));
    }

    private void tell(Node node, String message) {
        places.errorInThen(node.getBegin().map(this::offset).orElse(0), message);
    }

    /** Where in the text a place is; the parser saw a brace before it. */
    private int offset(Position position) {
        return Math.max(0, Places.offset("{" + then, position) - 1);
    }
}
