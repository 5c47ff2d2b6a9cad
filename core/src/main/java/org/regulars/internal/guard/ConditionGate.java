package org.regulars.internal.guard;

import com.github.javaparser.ParseProblemException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;

/** Refuses between {@code when} and {@code then} what is no fact, no condition on its fields, and no counting of facts. */
final class ConditionGate {

    private static final int MOST_CONDITIONS = 100;

    private static final Set<Class<?>> GROUPS =
            Set.of(AndDescr.class, OrDescr.class, NotDescr.class, ExistsDescr.class, ForallDescr.class);

    private static final Set<String> FUNCTIONS =
            Set.of("average", "collectList", "collectSet", "count", "max", "min", "sum");

    /** What a collection or a total of facts is taken for. */
    private static final Set<String> TOTALS = Set.of(
            "BigDecimal", "Integer", "List", "Long", "Number", "Object", "java.math.BigDecimal", "java.util.List");

    private final Vocabulary vocabulary;
    private final ExpressionGate expressions;
    private final Places places;

    ConditionGate(Vocabulary vocabulary, Bounds bounds, Places places) {
        this.vocabulary = vocabulary;
        this.expressions = new ExpressionGate(vocabulary, bounds);
        this.places = places;
    }

    void check(BaseDescr part) {
        if (part instanceof AnnotatedBaseDescr annotated
                && !annotated.getAnnotations().isEmpty()) {
            String name = annotated.getAnnotations().iterator().next().getName();
            places.error("@" + name, "A condition has no '@" + name + "'. Maybe leave it out?");
        }
        if (part instanceof PatternDescr pattern) {
            checkPattern(pattern);
        } else if (part instanceof AccumulateDescr over) {
            checkAccumulate(over);
        } else if (GROUPS.contains(part.getClass())) {
            ((ConditionalElementDescr) part).getDescrs().forEach(inner -> check((BaseDescr) inner));
        } else {
            refuse(part);
        }
    }

    private void refuse(BaseDescr part) {
        String name = part.getClass().getSimpleName();
        String words = switch (name) {
            case "EvalDescr" -> "eval";
            case "NamedConsequenceDescr" -> "do[";
            case "ConditionalBranchDescr" -> "if";
            case "GroupByDescr" -> "groupby";
            default -> "";
        };
        places.error(
                words,
                "A condition is a fact with what must hold of it" + (words.isEmpty() ? "" : ", not '" + words + "'")
                        + ". Maybe Paid( amount >= 10 )?");
    }

    private void checkPattern(PatternDescr pattern) {
        String type = pattern.getObjectType();
        PatternSourceDescr source = pattern.getSource();
        boolean isTotal =
                (source instanceof AccumulateDescr || source instanceof CollectDescr) && TOTALS.contains(type);
        if (pattern.isQuery() || (!isTotal && !vocabulary.facts().containsKey(type))) {
            places.error(
                    type,
                    "A condition names a fact by its simple name, and '" + type + "' is none. Maybe one of "
                            + String.join(", ", vocabulary.factNames()) + "?");
        }
        if (!pattern.getBehaviors().isEmpty()) {
            places.error("over", "A condition has no 'over', time comes from the event. Maybe Balance( earned > 0 )?");
        }
        if (pattern.isUnification()) {
            places.error(":=", "A name is given with ':', not ':='. Maybe $coffee : PaidItem()?");
        }
        if (source != null) {
            checkSource(source);
        }
        if (pattern.getConstraint().getDescrs().size() > MOST_CONDITIONS) {
            places.error(type, "Here a fact has more than " + MOST_CONDITIONS + " conditions. Maybe several rules?");
            return;
        }
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression
                    && expression.getType() == ExprConstraintDescr.Type.NAMED) {
                checkExpression(expression.getExpression());
            } else {
                places.error(
                        text(constraint), "A condition names the field it is about. Maybe category == \"coffee\"?");
            }
        }
    }

    private void checkSource(PatternSourceDescr source) {
        if (source instanceof AccumulateDescr over) {
            checkAccumulate(over);
        } else if (source instanceof CollectDescr over) {
            check(over.getInputPattern());
        } else if (source instanceof FromDescr from) {
            String text = from.getDataSource() == null ? "" : String.valueOf(from.getExpression());
            if (!text.strip().matches("\\$?[\\p{L}\\p{N}_]+(\\.\\s*items(\\s*\\(\\s*\\))?)?")) {
                places.error(
                        "from", "'from' goes over the items of a fact that was named before. Maybe from $paid.items?");
            }
        } else {
            places.error("from", "All facts are there by themselves, without 'from'. Maybe leave it out?");
        }
    }

    private void checkAccumulate(AccumulateDescr over) {
        if (!over.getClass().equals(AccumulateDescr.class)
                || over.getFunctions().isEmpty()
                || hasCode(over)) {
            places.error(
                    "accumulate",
                    "Totals are made with sum, count, min, max and average, not with code. Maybe"
                            + " accumulate( Item( $price : amount ); $sum : sum( $price ) )?");
            return;
        }
        for (AccumulateDescr.AccumulateFunctionCallDescr function : over.getFunctions()) {
            if (!FUNCTIONS.contains(function.getFunction())) {
                places.error(
                        function.getFunction(),
                        "There is no total '" + function.getFunction()
                                + "'. Maybe one of sum, count, min, max, average?");
            }
            for (String parameter : function.getParams()) {
                checkExpression(parameter);
            }
        }
        check(over.getInput());
    }

    private static boolean hasCode(AccumulateDescr over) {
        return isThere(over.getInitCode())
                || isThere(over.getActionCode())
                || isThere(over.getReverseCode())
                || isThere(over.getResultCode());
    }

    private static boolean isThere(String code) {
        return code != null && !code.isBlank();
    }

    private void checkExpression(String text) {
        Consumer<ExpressionGate.Refused> tell = refused -> places.errorIn(
                text, refused.begin().map(at -> Places.offset(text, at)).orElse(0), refused.message());
        DrlxExpression parsed;
        try {
            parsed = DrlxParser.parseExpression(DrlxParser.buildDrlxParserWithArguments(List.of()), text);
        } catch (ParseProblemException | StackOverflowError e) {
            // What cannot be parsed is told of elsewhere, and what Drools still makes of it is checked as bytecode.
            return;
        }
        expressions.check(parsed.getExpr(), tell);
    }

    /** A condition as it stands in the file. */
    static String text(BaseDescr constraint) {
        return constraint instanceof ExprConstraintDescr expression
                ? expression.getExpression()
                : String.valueOf(constraint);
    }
}
