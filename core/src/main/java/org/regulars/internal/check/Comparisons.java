package org.regulars.internal.check;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.Balance;
import org.regulars.facts.Expired;
import org.regulars.internal.syntax.Term;

/** What is compared must be of one sort: the compiler lets much pass that is never true, or always. */
final class Comparisons {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");
    private static final Pattern BARE_DATE = Pattern.compile("\\d{4}\\s*-\\s*\\d{1,2}\\s*-\\s*\\d{1,2}");
    private static final Set<String> ORDERING = Set.of("<", "<=", ">", ">=");
    private static final Map<String, String> TURNED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private final Uses uses;

    /** Comparisons that take down there what fields are compared with. */
    Comparisons(Uses uses) {
        this.uses = uses;
    }

    void check(Term left, Sense one, String sign, int signAt, Term right, Sense other, Scope scope) {
        boolean leftIsWritten = left instanceof Term.Text || left instanceof Term.Digits;
        if (leftIsWritten && !(right instanceof Term.Text || right instanceof Term.Digits)) {
            check(right, other, TURNED.getOrDefault(sign, sign), signAt, left, one, scope);
            return;
        }
        if (BARE_DATE.matcher(scope.rule().source(right)).matches()) {
            String date = scope.rule().source(right).replace(" ", "");
            String wrong = Moments.wrongDate(date);
            scope.error(
                    right.at(), "A date stands in quotes. Maybe \"" + (wrong == null ? date : "2026-06-01") + "\"?");
            return;
        }
        if (one.is(Sort.UNKNOWN) || other.is(Sort.UNKNOWN) || one.is(Sort.NOTHING) || other.is(Sort.NOTHING)) {
            return;
        }
        take(one, right, scope);
        String wrong = wrong(left, one, sign, right, other, scope);
        if (wrong != null) {
            boolean atLeft = one.is(Sort.TIER) || one.is(Sort.FACT) || one.is(Sort.YES_OR_NO) || one.is(Sort.LIST);
            scope.error(atLeft ? left.at() : right.at(), wrong);
        }
    }

    /** Remembers what a field is compared with. */
    private void take(Sense field, Term value, Scope scope) {
        if (value instanceof Term.Text text && !field.field().isEmpty() && field.is(Sort.TEXT)) {
            Class<?> fact = scope.fact();
            if (field.field().equals("kind") && (fact == Balance.class || fact == Expired.class)) {
                Uses.Role role = fact == Balance.class ? Uses.Role.THRESHOLD : Uses.Role.KIND;
                uses.add(role, "", text.value(), scope.rule(), text.at());
            } else if (field.field().startsWith("tier ")) {
                uses.add(Uses.Role.TIER, field.field().substring(5), text.value(), scope.rule(), text.at());
            } else {
                uses.add(Uses.Role.VALUE, field.field(), text.value(), scope.rule(), text.at());
            }
        }
    }

    private @Nullable String wrong(Term left, Sense one, String sign, Term right, Sense other, Scope scope) {
        String name = scope.rule().source(left);
        String value = scope.rule().source(right);
        return switch (one.sort()) {
            case NUMBER -> other.is(Sort.NUMBER) ? null : unlike(name, one, value, other, number(right));
            case TEXT -> text(left, one, sign, right, other, scope);
            case DATE -> date(name, one, sign, right, other, value);
            case TIME -> time(name, one, right, other, value);
            case YES_OR_NO -> other.is(Sort.YES_OR_NO) ? null : yesOrNo(left, sign, right, other, scope);
            case DAY, MONTH ->
                other.is(one.sort()) ? null : unlike(name, one, value, other, dayOrMonth(one.sort(), right));
            case TIER -> other.is(Sort.TIER) ? null : unlike(name, one, value, other, tier(name, sign, right, value));
            case FACT -> {
                boolean hasId = Fields.of(one.type()).containsKey("id");
                String id = hasId ? name + ".id " + sign + " " + value : "";
                yield other.is(Sort.FACT) ? null : unlike(name, one, value, other, id);
            }
            case LIST -> {
                String maybe = other.is(Sort.NUMBER) ? name + ".size()" : "has( " + value + " )";
                yield other.is(Sort.LIST) ? null : unlike(name, one, value, other, maybe);
            }
            default -> null;
        };
    }

    private static @Nullable String date(String name, Sense one, String sign, Term right, Sense other, String value) {
        if (right instanceof Term.Text text) {
            return Moments.wrongDate(text.value());
        }
        if (other.is(Sort.DAY) || other.is(Sort.MONTH)) {
            String field = name.replaceAll("\\w+$", "") + (other.is(Sort.DAY) ? "day" : "month");
            return unlike(name, one, value, other, name.endsWith("date") ? field + " " + sign + " " + value : "");
        }
        return other.is(Sort.DATE) || other.is(Sort.TEXT) ? null : unlike(name, one, value, other, "\"2026-06-01\"");
    }

    private static @Nullable String time(String name, Sense one, Term right, Sense other, String value) {
        if (right instanceof Term.Text text) {
            return Moments.wrongTime(text.value());
        }
        return other.is(Sort.TIME) || other.is(Sort.TEXT) ? null : unlike(name, one, value, other, time(right));
    }

    private @Nullable String text(Term left, Sense one, String sign, Term right, Sense other, Scope scope) {
        String name = scope.rule().source(left);
        String value = scope.rule().source(right);
        boolean attribute = left instanceof Term.Call call && call.name().equals("text");
        if (other.is(Sort.NUMBER)) {
            boolean alsoId = right instanceof Term.Digits && !attribute && !ORDERING.contains(sign);
            String maybe = attribute
                    ? asNumber(name)
                    : alsoId ? "\"" + value + "\"" : number(scope) + " " + sign + " " + value;
            return unlike(name, one, value, other, maybe);
        }
        if (ORDERING.contains(sign)
                && right instanceof Term.Text digits
                && NUMBER.matcher(digits.value()).matches()) {
            String plain = digits.value().replace(',', '.');
            return name + " is text, and texts are compared letter by letter: \"9\" comes after \"10\". Maybe "
                    + (attribute ? asNumber(name) + " " + sign + " " + plain : "a number such as amount") + "?";
        }
        return other.sort().isWritten() ? null : unlike(name, one, value, other, "");
    }

    /** A number that can be asked of the fact one is in. */
    private static String number(Scope scope) {
        Class<?> fact = scope.fact();
        boolean total = fact != null && Fields.of(fact).containsKey("total");
        return total ? "total" : "amount";
    }

    private static String asNumber(String name) {
        int at = name.lastIndexOf("text");
        return name.substring(0, at) + "number" + name.substring(at + 4);
    }

    private static String unlike(String name, Sense one, String value, Sense other, String maybe) {
        return name + " is " + one.sort().words() + ", and " + value + " is "
                + other.sort().words() + ". Maybe " + (maybe.isEmpty() ? "another field was meant" : maybe) + "?";
    }

    private static String number(Term right) {
        if (!(right instanceof Term.Text text)) {
            return "";
        }
        if (NUMBER.matcher(text.value()).matches()) {
            return text.value().replace(',', '.');
        }
        BigDecimal number = NumberWords.number(text.value());
        return number == null ? "a number without quotes" : number.toPlainString();
    }

    private static String time(Term right) {
        boolean hour = right instanceof Term.Digits digits && digits.text().matches("\\d|1\\d|2[0-3]");
        return hour
                ? "\"" + String.format(Locale.ROOT, "%02d", Integer.parseInt(((Term.Digits) right).text())) + ":00\""
                : "\"08:15\"";
    }

    private static String dayOrMonth(Sort sort, Term right) {
        List<String> words = Moments.words(sort);
        if (right instanceof Term.Text text) {
            return Moments.nearest(text.value(), words);
        }
        boolean counted = right instanceof Term.Digits digits && digits.text().matches("\\d{1,2}");
        int number = counted ? Integer.parseInt(((Term.Digits) right).text()) : 0;
        if (number < 1 || number > words.size()) {
            return words.get(0);
        }
        return sort == Sort.DAY ? DayOfWeek.of(number).name() : Month.of(number).name();
    }

    private static String tier(String name, String sign, Term right, String value) {
        if (!(right instanceof Term.Text)) {
            return name + ".is( \"Gold\" )";
        }
        return switch (sign) {
            case "!=" -> "!" + name + ".is( " + value + " )";
            case ">=" -> name + ".isAtLeast( " + value + " )";
            case "<" -> name + ".isBelow( " + value + " )";
            default -> name + ".is( " + value + " )";
        };
    }

    private static @Nullable String yesOrNo(Term left, String sign, Term right, Sense other, Scope scope) {
        String name = scope.rule().source(left);
        String value = scope.rule().source(right);
        if (left instanceof Term.Call call
                && other.is(Sort.NUMBER)
                && call.name().equals("has")) {
            return unlike(
                    name,
                    Sense.YES_OR_NO,
                    value,
                    other,
                    name.replace("has(", "quantityOf(") + " " + sign + " " + value);
        }
        boolean no = right instanceof Term.Text text
                && Set.of("no", "false", "n", "0").contains(text.value().toLowerCase(Locale.ROOT));
        return unlike(name, Sense.YES_OR_NO, value, other, (no == sign.equals("==") ? "!" : "") + name)
                .replace("Maybe ", "Maybe only ");
    }
}
