package org.regulars.internal.syntax;

import java.util.ArrayList;
import java.util.List;

/** All terms of a rule, one by one. */
public final class AllTerms {

    private AllTerms() {}

    /** The facts a rule names, wherever they stand. */
    public static List<Part.Pattern> patterns(RuleText rule) {
        return patterns(rule.when());
    }

    /** The facts that a part of a rule names. */
    public static List<Part.Pattern> patterns(Part part) {
        List<Part.Pattern> patterns = new ArrayList<>();
        collect(part, patterns);
        return patterns;
    }

    /** A term and all within it. */
    public static List<Term> within(Term term) {
        List<Term> terms = new ArrayList<>();
        collect(term, terms);
        return terms;
    }

    /** All terms after {@code then}, and all within them. */
    public static List<Term> then(RuleText rule) {
        List<Term> terms = new ArrayList<>();
        rule.then().forEach(each -> collect(each, terms));
        return terms;
    }

    /** All terms in the parentheses of facts, and all within them. */
    public static List<Term> when(RuleText rule) {
        List<Term> terms = new ArrayList<>();
        patterns(rule).forEach(pattern -> pattern.conditions().forEach(each -> collect(each, terms)));
        return terms;
    }

    private static void collect(Part part, List<Part.Pattern> patterns) {
        if (part instanceof Part.Pattern pattern) {
            patterns.add(pattern);
        } else if (part instanceof Part.All all) {
            all.parts().forEach(each -> collect(each, patterns));
        } else if (part instanceof Part.Any any) {
            any.parts().forEach(each -> collect(each, patterns));
        } else if (part instanceof Part.None none) {
            collect(none.part(), patterns);
        } else if (part instanceof Part.Some some) {
            collect(some.part(), patterns);
        }
    }

    private static void collect(Term term, List<Term> terms) {
        terms.add(term);
        if (term instanceof Term.Field field) {
            collect(field.of(), terms);
        } else if (term instanceof Term.Call call) {
            if (call.of() != null) {
                collect(call.of(), terms);
            }
            call.arguments().forEach(each -> collect(each, terms));
        } else if (term instanceof Term.Operation operation) {
            collect(operation.left(), terms);
            collect(operation.right(), terms);
        } else if (term instanceof Term.OneOf oneOf) {
            collect(oneOf.left(), terms);
            oneOf.values().forEach(each -> collect(each, terms));
        } else if (term instanceof Term.Opposite opposite) {
            collect(opposite.of(), terms);
        } else if (term instanceof Term.Bound bound) {
            collect(bound.to(), terms);
        }
    }
}
