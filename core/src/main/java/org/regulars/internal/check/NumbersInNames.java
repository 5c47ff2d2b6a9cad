package org.regulars.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;
import org.regulars.internal.syntax.Token;

/**
 * Warns of an amount in a rule's name that the rule gives, takes or limits otherwise: "7 stamps" where 8 of them are the
 * cost. One of the two was changed without the other.
 *
 * <p>A name is free to say what it likes. So only a number straight before a kind, before percent or before "off" is held
 * against the rule, and only if the rule says other numbers of just that, and this one nowhere.
 */
final class NumbersInNames {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern AROUND = Pattern.compile("^[(\\p{Sc}]+|[\\p{Punct}&&[^%]]+$");

    private static final String PERCENT = "percent";
    private static final String OFF = "off";

    private final RuleText rule;
    private final Problems problems;

    /** The numbers the rule says, by what they are of; none where one of them is worked out. */
    private final Map<String, List<BigDecimal>> said = new TreeMap<>();

    private NumbersInNames(RuleText rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(RuleText rule, Problems problems) {
        // What could not be read may say the number too.
        if (rule.isWhole() && rule.otherWords().isEmpty()) {
            new NumbersInNames(rule, problems).check();
        }
    }

    /** A number of the name, and where in the name it stands. */
    private record Named(String text, BigDecimal number, int at) {}

    private void check() {
        AllTerms.then(rule).forEach(this::take);
        said.forEach((of, numbers) -> {
            List<Named> named = named(of);
            boolean other = named.stream().noneMatch(each -> isThere(each.number()));
            // One is said of each, of every one, of the one that is free.
            List<Named> many = named.stream()
                    .filter(each -> each.number().compareTo(BigDecimal.ONE) > 0)
                    .toList();
            if (!numbers.isEmpty() && !many.isEmpty() && other) {
                Named first = many.get(0);
                problems.warning(
                        rule.file(),
                        rule.nameAt() + 1 + first.at(),
                        "The name says " + first.text() + ", and there is no "
                                + first.number().toPlainString() + " in the rule. Maybe "
                                + nearest(first.number(), numbers).toPlainString() + "?");
            }
        });
    }

    /** Takes down what a call says so many of. */
    private void take(Term term) {
        if (!(term instanceof Term.Call call) || call.arguments().isEmpty()) {
            return;
        }
        Term first = call.arguments().get(0);
        boolean ofDiscount = call.of() instanceof Term.Name type && type.text().equals("Discount");
        if (call.name().equals("percent")) {
            take(PERCENT, first);
        } else if (ofDiscount && call.name().equals("amount")) {
            take(OFF, first);
        } else if (isOfAKind(call) && call.arguments().get(1) instanceof Term.Text of) {
            take(of.value().toLowerCase(Locale.ROOT), first);
        }
    }

    /** Whether a call says so many of a kind; how often something is multiplied, and of which goods, is said in many ways. */
    private static boolean isOfAKind(Term.Call call) {
        String name = call.name();
        boolean ofGoods = call.of() instanceof Term.Name type && type.text().equals("FreeItem");
        return call.arguments().size() == 2
                && (name.equals("costing") || name.equals("into") || (name.equals("of") && !ofGoods));
    }

    private void take(String of, Term number) {
        String text = number instanceof Term.Digits digits
                ? digits.text()
                : number instanceof Term.Text quoted ? quoted.value() : "";
        List<BigDecimal> numbers = said.get(of);
        if (!NUMBER.matcher(text).matches()) {
            said.put(of, List.of());
        } else if (numbers == null) {
            said.put(of, new ArrayList<>(List.of(new BigDecimal(text))));
        } else if (!numbers.isEmpty()) {
            numbers.add(new BigDecimal(text));
        }
    }

    /** The numbers of the name that stand straight before a word. */
    private List<Named> named(String of) {
        List<Named> named = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher word = WORD.matcher(rule.name());
        while (word.find()) {
            words.add(word.group());
            places.add(word.start());
        }
        for (int i = 0; i < words.size(); i++) {
            boolean percent = words.get(i).endsWith("%");
            String text = percent
                    ? words.get(i).substring(0, words.get(i).length() - 1)
                    : words.get(i).replaceFirst("^[(\\p{Sc}]+", "");
            BigDecimal number = number(text);
            boolean alone = i == 0 || number(words.get(i - 1)) == null;
            boolean ofIt = percent ? of.equals(PERCENT) : is(words.subList(i + 1, words.size()), of);
            if (number != null && alone && ofIt) {
                named.add(new Named(text, number, places.get(i) + words.get(i).indexOf(text)));
            }
        }
        return named;
    }

    /** Whether words begin with these, in the singular or the plural. */
    private static boolean is(List<String> words, String of) {
        String[] wanted = of.split(" ", -1);
        if (words.size() < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            String word = AROUND.matcher(words.get(i).toLowerCase(Locale.ROOT)).replaceAll("");
            boolean sign = of.equals(PERCENT) && word.equals("%");
            if (!sign && !singular(word).equals(singular(wanted[i]))) {
                return false;
            }
        }
        return true;
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static @Nullable BigDecimal number(String word) {
        return NUMBER.matcher(word).matches() ? new BigDecimal(word) : NumberWords.number(word);
    }

    /** Whether the rule says a number anywhere, or two whose product it is. */
    private boolean isThere(BigDecimal wanted) {
        List<BigDecimal> there = Stream.of(rule.whenTokens(), rule.thenTokens())
                .flatMap(List::stream)
                .map(token -> token.sort() == Token.Sort.TEXT ? token.value() : token.text())
                .flatMap(text -> NUMBER.matcher(text).results())
                .map(found -> new BigDecimal(found.group()))
                .toList();
        return there.stream()
                .anyMatch(one -> one.compareTo(wanted) == 0
                        || there.stream().anyMatch(other -> one.multiply(other).compareTo(wanted) == 0));
    }

    private static BigDecimal nearest(BigDecimal number, List<BigDecimal> numbers) {
        BigDecimal nearest = numbers.get(0);
        for (BigDecimal each : numbers) {
            if (each.subtract(number).abs().compareTo(nearest.subtract(number).abs()) < 0) {
                nearest = each;
            }
        }
        return nearest;
    }
}
