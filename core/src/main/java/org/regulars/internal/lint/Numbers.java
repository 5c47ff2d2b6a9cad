package org.regulars.internal.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, dates and times as people write them, where a rule wants them otherwise. */
final class Numbers {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "<", ">", "=", "=>", "=<");

    private static final Pattern DOTTED_DATE = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    private final List<Token> tokens;
    private final Findings found;

    Numbers(List<Token> tokens, Findings found) {
        this.tokens = tokens;
        this.found = found;
    }

    /** The number at this index, which stands in the parentheses of a fact. */
    void inCondition(int i) {
        Token token = at(i);
        boolean compared = COMPARISONS.contains(at(i - 1).text());
        if (dateOrTime(i, compared) || withSign(i) || manyDots(token)) {
            return;
        }
        if (compared && at(i + 1).is(",") && at(i + 2).isNumber() && ends(at(i + 3))) {
            withComma(i, "");
        } else if (token.text().startsWith(".")) {
            found.wrong(token, "A decimal begins with a number. Maybe 0" + token.text() + "?");
        }
    }

    /** The number at this index, which is what a decision is made of. */
    void inDecision(int i) {
        Token token = at(i);
        if (dateOrTime(i, true) || withSign(i) || manyDots(token)) {
            return;
        }
        if (at(i + 1).is(",") && at(i + 2).isNumber() && ends(at(i + 3))) {
            withComma(i, "\"");
        } else if (token.text().matches("\\d*\\.\\d+")) {
            String whole = token.text().startsWith(".") ? "0" + token.text() : token.text();
            found.wrong(token, "After 'then' a decimal is written as text. Maybe \"" + whole + "\"?");
        }
    }

    /** A comma in a number: before three letters it may part thousands. */
    private void withComma(int i, String quote) {
        String before = at(i).text().replace(".", "");
        String behind = at(i + 2).text();
        boolean thousands = behind.length() == 3 && !before.equals("0");
        String mend = thousands ? before + behind : quote + before + '.' + behind + quote;
        if (thousands && !behind.equals("000")) {
            mend += ", or " + quote + before + '.' + behind + quote;
        }
        found.wrong(
                at(i),
                "A number has no comma: decimals stand behind a point, and nothing parts thousands. Maybe " + mend
                        + "?");
        found.told(at(i + 2));
    }

    private boolean dateOrTime(int i, boolean compared) {
        Token token = at(i);
        boolean date = token.text().length() == 4
                && at(i + 1).is("-")
                && at(i + 2).isNumber()
                && at(i + 3).is("-")
                && at(i + 4).isNumber()
                && token.touches(at(i + 1))
                && at(i + 3).touches(at(i + 4));
        boolean time = compared
                && at(i + 1).is(":")
                && at(i + 2).isNumber()
                && token.touches(at(i + 1))
                && at(i + 1).touches(at(i + 2));
        if (date) {
            say(
                    token,
                    "A date",
                    token.text()
                            + '-'
                            + twoDigits(at(i + 2).text())
                            + '-'
                            + twoDigits(at(i + 4).text()));
            found.told(at(i + 2));
            found.told(at(i + 4));
        } else if (time) {
            say(token, "A time", twoDigits(token.text()) + ':' + at(i + 2).text());
            found.told(at(i + 2));
        }
        return date || time;
    }

    private void say(Token token, String what, String mend) {
        found.wrong(token, what + " stands between quotation marks. Maybe \"" + mend + "\"?");
    }

    private boolean withSign(int i) {
        Token token = at(i);
        Token behind = at(i + 1);
        Token before = at(i - 1);
        if (behind.is("%") && ends(at(i + 2))) {
            found.wrong(behind, "A number stands by itself, without %. Maybe " + token.text() + "?");
            return true;
        }
        if (isCurrency(behind) || isCurrency(before)) {
            Token sign = isCurrency(behind) ? behind : before;
            found.wrong(sign, "A number stands by itself, without " + sign.text() + ". Maybe " + token.text() + "?");
            return true;
        }
        return false;
    }

    /** {@code 24.12.2025}, {@code 1.000.000}. */
    private boolean manyDots(Token token) {
        if (token.text().chars().filter(letter -> letter == '.').count() < 2) {
            return false;
        }
        Matcher date = DOTTED_DATE.matcher(token.text());
        if (date.matches()) {
            say(
                    token,
                    "A date is written year, month, day, and",
                    date.group(3) + '-' + twoDigits(date.group(2)) + '-' + twoDigits(date.group(1)));
        } else {
            found.wrong(
                    token,
                    "A number has one decimal point at most. Maybe "
                            + token.text().replace(".", "") + "?");
        }
        return true;
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static boolean isCurrency(Token token) {
        return token.kind() == Token.Kind.SYMBOL
                && !token.text().isEmpty()
                && Character.getType(token.text().charAt(0)) == Character.CURRENCY_SYMBOL;
    }

    private static boolean ends(Token token) {
        return token.is(",") || token.is(")") || token.is("&&") || token.is("||");
    }

    private Token at(int i) {
        return Token.at(tokens, i);
    }
}
