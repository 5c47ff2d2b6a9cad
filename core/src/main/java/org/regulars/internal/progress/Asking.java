package org.regulars.internal.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regulars.Offer;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/**
 * What a rule asks for besides amounts, as far as an occasion can be thought up on which it is there.
 *
 * @param offer the rule
 * @param facts the facts it names
 * @param goods the names and categories it speaks of
 * @param attributes the texts it asks for: of a purchase, of its lines, of an activity
 * @param activities the activities it answers
 * @param rewards the rewards it answers
 */
record Asking(
        Offer offer,
        Set<String> facts,
        Set<String> goods,
        Map<String, String> attributes,
        List<String> activities,
        Set<String> rewards) {

    static Asking of(RuleText rule) {
        Set<String> facts = new TreeSet<>();
        Set<String> goods = new TreeSet<>();
        Map<String, String> attributes = new TreeMap<>();
        List<String> activities = new ArrayList<>();
        for (Part.Pattern pattern : AllTerms.patterns(rule)) {
            facts.add(pattern.type());
            for (Term condition : pattern.conditions()) {
                for (Term term : AllTerms.within(condition)) {
                    if (term instanceof Term.Operation operation
                            && operation.sign().equals("==")
                            && operation.right() instanceof Term.Text text) {
                        if (operation.left() instanceof Term.Call call
                                && call.name().equals("text")
                                && call.arguments().size() == 1
                                && call.arguments().get(0) instanceof Term.Text attribute) {
                            attributes.put(attribute.value(), text.value());
                        } else if (operation.left() instanceof Term.Name field) {
                            note(pattern.type(), field.text(), text.value(), goods, activities);
                        }
                    } else if (term instanceof Term.OneOf oneOf
                            && !oneOf.none()
                            && oneOf.left() instanceof Term.Name field
                            && !oneOf.values().isEmpty()
                            && oneOf.values().get(0) instanceof Term.Text text) {
                        note(pattern.type(), field.text(), text.value(), goods, activities);
                    } else if (term instanceof Term.Call call
                            && Set.of("has", "amountOf", "quantityOf").contains(call.name())
                            && call.arguments().size() == 1
                            && call.arguments().get(0) instanceof Term.Text text) {
                        goods.add(text.value());
                    }
                }
            }
        }
        for (Term term : AllTerms.then(rule)) {
            if (term instanceof Term.Call call
                    && !call.arguments().isEmpty()
                    && call.arguments().get(call.arguments().size() - 1) instanceof Term.Text text
                    && (call.name().equals("on")
                            || (call.name().equals("of")
                                    && call.of() instanceof Term.Name type
                                    && type.text().equals("FreeItem")))) {
                goods.add(text.value());
            }
        }
        return new Asking(
                rule.rule().offer(),
                facts,
                goods,
                attributes,
                activities,
                rule.rule().rewards());
    }

    private static void note(String fact, String field, String value, Set<String> goods, List<String> activities) {
        if ((fact.equals("Item") || fact.equals("PaidItem")) && (field.equals("category") || field.equals("name"))) {
            goods.add(value);
        } else if (fact.equals("Activity") && field.equals("name")) {
            activities.add(value);
        }
    }

    boolean names(String fact) {
        return facts.contains(fact);
    }
}
