package org.regulars.internal.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/** Warns of rules whose conditions contradict each other. */
final class NeverMatches {

    private static final Set<String> SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final RuleText rule;
    private final Problems problems;

    /** What is left of a field, and the first condition on it. */
    private record Left(Range range, Term first) {}

    NeverMatches(RuleText rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    void check() {
        check(rule.when(), new HashMap<>());
    }

    private void check(Part part, Map<String, Left> shared) {
        if (part instanceof Part.All all) {
            all.parts().forEach(each -> check(each, shared));
        } else if (part instanceof Part.Any any) {
            any.parts().forEach(each -> check(each, new HashMap<>(shared)));
        } else if (part instanceof Part.None none) {
            check(none.part(), new HashMap<>());
        } else if (part instanceof Part.Some some) {
            check(some.part(), shared);
        } else if (part instanceof Part.Pattern pattern) {
            Map<String, Left> own = new HashMap<>();
            pattern.conditions().forEach(each -> condition(pattern, each, shared, own));
        }
    }

    private void condition(Part.Pattern pattern, Term condition, Map<String, Left> shared, Map<String, Left> own) {
        if (condition instanceof Term.Bound bound) {
            // A field that only gets a name is asked nothing.
            if (bound.to() instanceof Term.Operation || bound.to() instanceof Term.OneOf) {
                condition(pattern, bound.to(), shared, own);
            }
        } else if (condition instanceof Term.OneOf oneOf) {
            Set<Object> values = new HashSet<>();
            for (Term each : oneOf.values()) {
                Object value = value(each);
                if (value == null) {
                    return;
                }
                values.add(value);
            }
            take(pattern, condition, oneOf.left(), oneOf.none() ? "not in" : "in", values, shared, own);
        } else if (condition instanceof Term.Operation operation
                && operation.sign().equals("&&")) {
            condition(pattern, operation.left(), shared, own);
            condition(pattern, operation.right(), shared, own);
        } else if (condition instanceof Term.Operation operation && SIGNS.contains(operation.sign())) {
            Object value = value(operation.right());
            if (value != null && value(operation.left()) == null) {
                take(pattern, condition, operation.left(), operation.sign(), value, shared, own);
            }
        } else if (condition instanceof Term.Opposite opposite
                && opposite.sign().equals("!")) {
            take(pattern, condition, opposite.of(), "==", false, shared, own);
        } else if (condition instanceof Term.Name
                || condition instanceof Term.Field
                || condition instanceof Term.Call) {
            take(pattern, condition, condition, "==", true, shared, own);
        }
    }

    private void take(
            Part.Pattern pattern,
            Term condition,
            Term field,
            String sign,
            Object value,
            Map<String, Left> shared,
            Map<String, Left> own) {
        String name = rule.source(field).replaceAll("\\s", "");
        boolean same = name.startsWith("purchase.")
                || name.startsWith("member.")
                || pattern.type().equals("Purchase");
        String key = pattern.type().equals("Purchase") && !name.startsWith("member.") ? "purchase." + name : name;
        Map<String, Left> fields = same ? shared : own;
        Left before = fields.get(key);
        Left left = before == null ? new Left(possible(pattern.type(), name), condition) : before;
        boolean alone = left.range().isEmpty();
        if (value instanceof Set<?> values) {
            Set<Object> all = new HashSet<>(values);
            if (sign.equals("in")) {
                left.range().oneOf(all);
            } else {
                left.range().noneOf(all);
            }
        } else {
            left.range().take(sign, value);
        }
        fields.put(key, left);
        if (!alone && left.range().isEmpty()) {
            problems.warning(rule.file(), condition.at(), wrong(condition, field, sign, before));
        }
    }

    private String wrong(Term condition, Term field, String sign, @Nullable Left before) {
        String name = rule.source(field);
        if (before == null) {
            return rule.source(condition) + " never holds, so this rule never runs. Maybe another number?";
        }
        String first = rule.source(before.first());
        boolean two = sign.equals("==")
                && before.first() instanceof Term.Operation other
                && other.sign().equals("==")
                && condition instanceof Term.Operation;
        String maybe = two
                ? name + " in ( " + rule.source(((Term.Operation) before.first()).right()) + ", "
                        + rule.source(((Term.Operation) condition).right()) + " )"
                : "the other way round";
        return first + " and " + rule.source(condition) + " never hold together, so this rule never runs. Maybe "
                + maybe + "?";
    }

    /** What a field can be at all. */
    private static Range possible(String fact, String field) {
        Range range = new Range();
        if (field.endsWith("dayOfMonth")) {
            range.take(">=", BigDecimal.ONE);
            range.take("<=", BigDecimal.valueOf(31));
        } else if (List.of("Paid", "PaidItem").contains(fact)
                && List.of("amount", "quantity").contains(field)) {
            range.take(">", BigDecimal.ZERO);
        } else if (List.of("Item", "Purchase").contains(fact)
                && List.of("amount", "quantity", "total", "shipping").contains(field)) {
            range.take(">=", BigDecimal.ZERO);
        }
        return range;
    }

    private static @Nullable Object value(Term term) {
        if (term instanceof Term.Text text) {
            return text.value();
        }
        if (term instanceof Term.Digits digits) {
            return digits.text().matches("\\d+(\\.\\d+)?") ? new BigDecimal(digits.text()).stripTrailingZeros() : null;
        }
        if (term instanceof Term.Opposite opposite && value(opposite.of()) instanceof BigDecimal number) {
            return number.negate();
        }
        if (term instanceof Term.Fixed fixed) {
            return fixed.text().equals("null") ? null : Boolean.valueOf(fixed.text());
        }
        boolean constant = term instanceof Term.Name name && name.text().matches("[A-Z]+");
        return constant ? ((Term.Name) term).text() : null;
    }
}
