package org.regulars.internal.check;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.Term;

/** The quoted words of decisions: what each is for, and whether numbers, dates and the like among them are such. */
final class WordsOfDecisions {

    private static final Set<String> DATES = Set.of("expiringOn", "through", "expiresOn");

    private static final Map<String, Uses.Role> ROLES = Map.ofEntries(
            Map.entry("Earn.of", Uses.Role.GIVEN),
            Map.entry("Bonus.of", Uses.Role.GIVEN),
            Map.entry("Convert.into", Uses.Role.GIVEN),
            Map.entry("Kind.of", Uses.Role.DEFINED),
            Map.entry("Convert.of", Uses.Role.KIND),
            Map.entry("Multiply.by", Uses.Role.KIND),
            Map.entry("Limit.of", Uses.Role.KIND),
            Map.entry("PayWith.each", Uses.Role.KIND),
            Map.entry("Overdraft.of", Uses.Role.OWED),
            Map.entry("Overdraft.percent", Uses.Role.OWED),
            Map.entry("Extend.of", Uses.Role.KIND),
            Map.entry("Forfeit.of", Uses.Role.KIND),
            Map.entry("Forfeit.all", Uses.Role.KIND),
            Map.entry("Forfeit.tier", Uses.Role.TIER),
            Map.entry("Upgrade.to", Uses.Role.TIER),
            Map.entry("Discount.on", Uses.Role.GOODS),
            Map.entry("PayWith.on", Uses.Role.GOODS),
            Map.entry("FreeItem.of", Uses.Role.GOODS));

    private final Uses uses;

    WordsOfDecisions(Uses uses) {
        this.uses = uses;
    }

    /** Takes down the words of a call, and tells of those that cannot be what they stand for. */
    void take(Term.Call call, Class<?> type, List<Method> methods, Scope scope) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i) instanceof Term.Text text
                    && isNumber(methods, i, call.arguments().size())) {
                checkNumber(text, scope);
            }
        }
        if (call.arguments().isEmpty()) {
            return;
        }
        Term last = call.arguments().get(call.arguments().size() - 1);
        if (last instanceof Term.Text text && DATES.contains(call.name())) {
            tell(Moments.wrongDate(text.value()), text, scope);
        }
        if (last instanceof Term.Text text && call.name().equals("atNext")) {
            boolean isDay = Moments.date("2028-" + text.value()) != null;
            tell(
                    isDay
                            ? null
                            : "A day of the year is written month and day, and this is \"" + text.value()
                                    + "\". Maybe \"03-31\"?",
                    text,
                    scope);
        }
        String word = type.getSimpleName() + "." + call.name();
        Uses.Role role = call.name().equals("costing") ? Uses.Role.KIND : ROLES.get(word);
        if (role == null) {
            return;
        }
        if (last instanceof Term.Text text) {
            uses.add(role, "", text.value(), scope.rule(), text.at());
            if (word.equals("FreeItem.of")) {
                uses.add(Uses.Role.GIVEN, "claim", "free " + text.value(), scope.rule(), text.at());
            }
        } else if (role == Uses.Role.GIVEN) {
            uses.open();
        }
    }

    /** Whether a number stands there, which decimals make a text. */
    private static boolean isNumber(List<Method> methods, int index, int count) {
        boolean number = false;
        boolean text = false;
        for (Method method : methods) {
            if (method.getParameterCount() == count) {
                Class<?> type = method.getParameterTypes()[index];
                number |= type.isPrimitive();
                text |= type == String.class;
            }
        }
        return text && (number || methods.get(0).getName().equals("unitCost"));
    }

    private static void checkNumber(Term.Text text, Scope scope) {
        if (isNumber(text.value())) {
            return;
        }
        BigDecimal number = NumberWords.number(text.value());
        String plain = text.value().replace(',', '.').replaceAll("[^0-9.]", "");
        String maybe = number == null ? "\"" + (isNumber(plain) ? plain : "0.5") + "\"" : number.toPlainString();
        tell("A number stands here, and \"" + text.value() + "\" is none. Maybe " + maybe + "?", text, scope);
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void tell(@Nullable String wrong, Term.Text text, Scope scope) {
        if (wrong != null) {
            scope.error(text.at(), wrong);
        }
    }
}
