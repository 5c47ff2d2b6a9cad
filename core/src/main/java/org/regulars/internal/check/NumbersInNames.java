package org.regulars.internal.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.terms.RuleText;
import org.regulars.internal.terms.Token;

/** Warns of a number in a rule's name that is not in the rule: one of the two was changed without the other. */
final class NumbersInNames {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    /** What is no number of the offer: dates, years, times, codes with letters, one for one. */
    private static final Pattern BESIDE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\b(?:19|20)\\d{2}\\b|\\d{1,2}:\\d{2}"
            + "|\\p{L}+\\d+\\p{L}*|\\d+(?!st|nd|rd|th)\\p{L}+|1 for 1");

    private static final Pattern WORD = Pattern.compile("\\d+(?:st|nd|rd|th)|\\d+(?:\\.\\d+)?|\\p{L}+");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NumbersInNames() {}

    static void check(RuleText rule, Problems problems) {
        Set<BigDecimal> there = numbers(rule);
        if (there.isEmpty() || rule.rule().facts().contains("Program")) {
            return;
        }
        String name = BESIDE.matcher(rule.name())
                .replaceAll(found -> " ".repeat(found.group().length()));
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            BigDecimal number = number(word.group());
            BigDecimal ordinal = NumberWords.ordinal(word.group());
            if (number == null) {
                continue;
            }
            boolean missing = number.compareTo(BigDecimal.ONE) > 0
                    && !isSaid(word.group(), rule)
                    && !isThere(number, there, rule)
                    && !(ordinal != null && isThere(ordinal.subtract(BigDecimal.ONE), there, rule));
            if (missing) {
                problems.warning(
                        rule.file(),
                        rule.nameAt() + 1 + word.start(),
                        "The name says " + word.group() + ", and there is no " + number.toPlainString()
                                + " in the rule. Maybe " + nearest(number, there) + "?");
            }
        }
    }

    private static @Nullable BigDecimal number(String word) {
        if (NUMBER.matcher(word).matches()) {
            return new BigDecimal(word);
        }
        BigDecimal number = NumberWords.number(word);
        return number == null ? NumberWords.ordinal(word) : number;
    }

    /** The numbers of a rule, those written as text too, and what can be said of them in other words. */
    private static Set<BigDecimal> numbers(RuleText rule) {
        Set<BigDecimal> numbers = new TreeSet<>();
        for (List<Token> tokens : List.of(rule.whenTokens(), rule.thenTokens())) {
            for (Token token : tokens) {
                String text = token.sort() == Token.Sort.TEXT
                        ? token.value()
                        : token.sort() == Token.Sort.NUMBER ? token.text() : "";
                Matcher number = NUMBER.matcher(text);
                while (number.find()) {
                    numbers.add(new BigDecimal(number.group()));
                }
            }
        }
        return numbers;
    }

    /** Whether a word of the name is what something is called, as a tier "second" is. */
    private static boolean isSaid(String word, RuleText rule) {
        return rule.thenTokens().stream()
                .anyMatch(token ->
                        token.sort() == Token.Sort.TEXT && token.value().contains(word));
    }

    private static boolean isThere(BigDecimal wanted, Set<BigDecimal> there, RuleText rule) {
        boolean after = rule.thenTokens().stream().anyMatch(token -> token.is("after"));
        for (BigDecimal one : there) {
            boolean percent = same(wanted, one.multiply(HUNDRED))
                    || same(wanted, one.subtract(BigDecimal.ONE).multiply(HUNDRED))
                    || same(wanted, BigDecimal.ONE.subtract(one).multiply(HUNDRED))
                    || same(wanted, HUNDRED.subtract(one));
            boolean turned = one.signum() != 0 && same(wanted, BigDecimal.ONE.divide(one, MathContext.DECIMAL64));
            boolean months = same(wanted.multiply(BigDecimal.valueOf(12)), one);
            if (same(wanted, one) || percent || turned || months) {
                return true;
            }
            for (BigDecimal other : there) {
                if (same(wanted, one.multiply(other)) || (after && same(wanted, one.add(other)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    private static String nearest(BigDecimal number, Set<BigDecimal> there) {
        BigDecimal nearest = there.iterator().next();
        for (BigDecimal each : there) {
            if (each.subtract(number).abs().compareTo(nearest.subtract(number).abs()) < 0) {
                nearest = each;
            }
        }
        return nearest.toPlainString();
    }
}
