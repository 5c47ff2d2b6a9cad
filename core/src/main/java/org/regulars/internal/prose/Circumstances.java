package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/** When a rule holds, in words: its conditions, sorted by where in a sentence they stand. What has no words is quoted. */
final class Circumstances {

    /** The occasion of a rule on days that are not named one by one. */
    static final String EACH_DAY = "on each day";

    private static final Set<String> EVENTS = Set.of(
            "Purchase", "Item", "Redemption", "Paid", "PaidItem", "Balance", "Member", "Activity", "Day", "Expired");

    private static final Set<String> TIMED = Set.of(
            "date",
            "time",
            "day",
            "month",
            "dayOfMonth",
            "weekend",
            "birthday",
            "anniversary",
            "lastActive",
            "idleDays");

    /**
     * A tier that a rule is for.
     *
     * @param name its name
     * @param orAbove whether for those above it, too
     */
    record ForTier(String name, boolean orAbove) {}

    private final RuleText rule;
    private final Map<String, Fields.Bound> bound = new HashMap<>();
    private final Fields fields = new Fields(bound);
    private final Clauses clauses = new Clauses(fields);
    private final Times times = new Times();
    private final List<String> occasions = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> ofLine = new ArrayList<>();
    private final List<String> quoted = new ArrayList<>();
    private final List<ForTier> tiers = new ArrayList<>();
    private @Nullable Goods goods;
    private @Nullable String reward;

    private Circumstances(RuleText rule) {
        this.rule = rule;
    }

    /** Those of a rule. */
    static Circumstances of(RuleText rule) {
        Circumstances all = new Circumstances(rule);
        all.namesGiven();
        try {
            all.read();
        } catch (NotInWordsException e) {
            all.quoteAll();
        }
        return all;
    }

    /** Those of a rule, all quoted as the rule has them: for a decision that is quoted and speaks of what they name. */
    static Circumstances quoted(RuleText rule) {
        Circumstances all = new Circumstances(rule);
        all.quoteAll();
        return all;
    }

    private void read() {
        if (!rule.isWhole()) {
            throw new NotInWordsException("not whole");
        }
        for (Part part : rule.when().parts()) {
            if (part instanceof Part.Pattern pattern) {
                fact(pattern);
            } else {
                AllTerms.patterns(part).forEach(each -> refuseIfCounted(part, each));
                conditions.add(clauses.of(part));
            }
        }
        occasions();
    }

    /** A rule runs once for each line that matches one of several facts, which a clause does not say. */
    private static void refuseIfCounted(Part part, Part.Pattern pattern) {
        boolean isAsked = part instanceof Part.None || part instanceof Part.Some;
        if (!EVENTS.contains(pattern.type())
                || (!isAsked && Fact.of(pattern.type()).isLine())) {
            throw new NotInWordsException(pattern.type());
        }
    }

    private void quoteAll() {
        occasions.clear();
        conditions.clear();
        ofLine.clear();
        quoted.clear();
        goods = null;
        reward = null;
        quoted.add(Source.when(rule));
    }

    private void namesGiven() {
        for (Part.Pattern pattern : AllTerms.patterns(rule)) {
            if (pattern.isGiven() && EVENTS.contains(pattern.type())) {
                Fact fact = Clauses.factOf(pattern);
                if (pattern.binding() != null) {
                    bound.put(pattern.binding(), new Fields.Bound(fact, null));
                }
                for (Term condition : pattern.conditions()) {
                    if (condition instanceof Term.Bound name) {
                        bound.put(name.name(), new Fields.Bound(fact, valueOf(name.to())));
                    }
                }
            }
        }
    }

    /** {@code $paid : amount > 5} gives a name to the amount. */
    private static Term valueOf(Term to) {
        boolean isCompared = to instanceof Term.Operation operation
                && Set.of("==", "!=", "<", "<=", ">", ">=").contains(operation.sign());
        return isCompared ? ((Term.Operation) to).left() : to;
    }

    private void fact(Part.Pattern pattern) {
        if (!EVENTS.contains(pattern.type()) || !pattern.isGiven()) {
            quoted.add(Source.of(rule, pattern));
            return;
        }
        Fact fact = Clauses.factOf(pattern);
        if (fact.isLine()) {
            if (goods != null) {
                throw new NotInWordsException("two lines");
            }
            goods = Goods.of(pattern);
        }
        if (fact.type().equals("Balance") && fact.of() == null) {
            throw new NotInWordsException("any kind");
        }
        List<String> sources = Source.conditions(rule, pattern);
        for (int i = 0; i < pattern.conditions().size(); i++) {
            Term condition = pattern.conditions().get(i);
            if (!isSaidElsewhere(condition, fact)) {
                condition(condition, fact, sources.get(i));
            }
        }
    }

    private boolean isSaidElsewhere(Term condition, Fact fact) {
        boolean isNameGiven = condition instanceof Term.Bound given && valueOf(given.to()) == given.to();
        return isNameGiven || Clauses.isOfKind(condition, fact) || (goods != null && condition == goods.from());
    }

    private void condition(Term condition, Fact fact, String source) {
        try {
            if (occasion(condition, fact) || time(condition, fact)) {
                return;
            }
            String clause = clauses.of(condition, fact);
            boolean isOfLine =
                    fact.isLine() && AllTerms.within(condition).stream().anyMatch(each -> isOwn(each));
            (isOfLine ? ofLine : conditions).add(clause);
            tier(condition);
        } catch (NotInWordsException e) {
            if (source.contains("$")) {
                // What the name stands for would be missing.
                throw e;
            }
            quoted.add(fact.type() + "( " + source + " )");
        }
    }

    /** Whether a term speaks of the line itself, not of its purchase or whose it is. */
    private static boolean isOwn(Term term) {
        return (term instanceof Term.Name name
                        && Set.of("line", "name", "category", "quantity", "amount")
                                .contains(name.text()))
                || (term instanceof Term.Call call
                        && call.of() == null
                        && Set.of("text", "number", "date").contains(call.name()));
    }

    private void tier(Term condition) {
        if (condition instanceof Term.Call call
                && (call.name().equals("is") || call.name().equals("isAtLeast"))
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Term.Text tier) {
            tiers.add(new ForTier(tier.value(), call.name().equals("isAtLeast")));
        }
    }

    private boolean occasion(Term condition, Fact fact) {
        String field = condition instanceof Term.Operation operation
                        && operation.sign().equals("==")
                        && operation.left() instanceof Term.Name name
                        && operation.right() instanceof Term.Text
                ? name.text()
                : "";
        String value = field.isEmpty() ? "" : Comparing.textOf(((Term.Operation) condition).right());
        return switch (fact.type() + "." + field) {
            case "Redemption.reward" -> {
                boolean isFirst = reward == null;
                reward = isFirst ? value : reward;
                yield isFirst;
            }
            case "Activity.name" ->
                occasions.isEmpty() && occasions.add("each time " + Written.quoted(value) + " is recorded for you");
            case "Expired.kind" ->
                occasions.isEmpty() && occasions.add("when an amount of " + value + " lapses unused");
            default -> false;
        };
    }

    private boolean time(Term condition, Fact fact) {
        if (condition instanceof Term.Opposite opposite && opposite.sign().equals("!")) {
            return times.takeOpposite(fields.subject(opposite.of(), fact));
        }
        Term left = condition;
        if (condition instanceof Term.Operation operation) {
            left = operation.left();
            if (operation.sign().equals("&&") || operation.sign().equals("||") || Comparing.isLiteral(left)) {
                return false;
            }
        } else if (condition instanceof Term.OneOf oneOf) {
            left = oneOf.left();
        } else if (condition instanceof Term.Bound) {
            return false;
        }
        return times.take(condition, fields.subject(left, fact));
    }

    private void occasions() {
        if (names("Activity") && occasions.isEmpty()) {
            occasions.add("each time something other than a purchase is recorded for you");
        }
        if (names("Expired") && occasions.isEmpty()) {
            occasions.add("when an amount you hold lapses unused");
        }
        if (names("Day") && !times.isOnOneDay()) {
            occasions.add(EACH_DAY);
        }
        if (names("Redemption") && reward == null && conditions.stream().noneMatch(Circumstances::isWish)) {
            occasions.add("when you ask for a reward");
        }
        if (names("Redemption") && (names("Purchase") || names("Item"))) {
            occasions.add("with a purchase");
        }
    }

    private static boolean isWish(String clause) {
        return clause.startsWith("you ask for");
    }

    /** Whether a fact of this sort is there when the rule holds. */
    boolean names(String type) {
        return rule.rule().present().contains(type);
    }

    /** The names that are given, to be spoken of after {@code then}. */
    Fields fields() {
        return fields;
    }

    /** What lines it is about, or null if it is about all of a purchase or about none. */
    @Nullable
    Goods goods() {
        return goods;
    }

    /** What the member asks for, or null. */
    @Nullable
    String reward() {
        return reward;
    }

    /** The days and hours, and on what occasion. */
    List<String> occasionsAndTimes() {
        List<String> all = new ArrayList<>(times.words());
        all.addAll(occasions);
        return all;
    }

    /** What must be so of the member and of the purchase, besides what is asked for. */
    List<String> conditions() {
        return conditions;
    }

    /** Whether all that must be so is what the member holds. */
    boolean isAboutHolding() {
        return quoted.isEmpty()
                && rule.when().parts().stream()
                        .allMatch(part -> AllTerms.patterns(part).stream()
                                .allMatch(pattern -> pattern.type().equals("Balance")));
    }

    /** What must be so of a line. */
    List<String> ofLine() {
        return ofLine;
    }

    /** What there are no words for, as the rule has it. */
    List<String> quoted() {
        return quoted;
    }

    /** The tiers it is for. */
    List<ForTier> tiers() {
        return tiers;
    }

    /** How it ends, if it does. */
    @Nullable
    String end() {
        return times.end();
    }

    /** Whether a day or an hour decides. */
    boolean isAboutTime() {
        return names("Day")
                || names("Expired")
                || !times.words().isEmpty()
                || AllTerms.when(rule).stream().map(Circumstances::word).anyMatch(TIMED::contains);
    }

    private static String word(Term term) {
        if (term instanceof Term.Field field) {
            return field.name();
        }
        return term instanceof Term.Name name ? name.text() : "";
    }

    /** Whether nothing but what happens must be so. */
    boolean isBare() {
        return conditions.isEmpty()
                && ofLine.isEmpty()
                && quoted.isEmpty()
                && times.words().isEmpty()
                && reward == null;
    }
}
