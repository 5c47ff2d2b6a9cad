package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a receipt as a customer with a pencil would, and works every number on it out again from the others. */
final class ReadReceipt {

    private static final String N = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern ROW = Pattern.compile(" {2}(?: {3}|(?: *\\d+)) {2}(.*?) +" + N);
    private static final Pattern COUNTS = Pattern.compile(" +counts as " + N + " paid");
    private static final Pattern EARNED = Pattern.compile("Earned: " + N + " (.+)");
    private static final Pattern ENTRY = Pattern.compile(" +((?:[x+] )?)" + N + " {2}(.*)");
    private static final Pattern STEPS = Pattern.compile(N + " x " + N + " \\(every whole " + N + " in " + N + "\\).*");
    private static final Pattern TIMES = Pattern.compile(N + " x " + N + ".*");
    private static final Pattern ROUNDED = Pattern.compile("(rounded [a-z ]+?)(?: to (\\d+) decimals)?: " + N);
    private static final Pattern FACTOR = Pattern.compile(", x " + N);
    private static final Pattern IN_ALL = Pattern.compile(" +" + N + " in all, (rounded .*)");
    private static final Pattern PERCENT = Pattern.compile(N + " % of " + N + "(.*)");
    private static final Pattern LINES = Pattern.compile("(?:.*[ ,])?lines? (\\d+(?:, \\d+)*)(?:, for .*| \\(.*)?");
    private static final Pattern BALANCE = Pattern.compile("  (.+): " + N + "((?: [+-] [\\d.]+ [a-z]+)+) = " + N);
    private static final Pattern MOVED = Pattern.compile(" ([+-]) ([\\d.]+) ([a-z]+)");

    private final Map<String, BigDecimal> earned = new HashMap<>();
    private BigDecimal free = BigDecimal.ZERO;
    private BigDecimal discount = BigDecimal.ZERO;

    private ReadReceipt() {}

    static void addsUp(String receipt) {
        ReadReceipt read = new ReadReceipt();
        String[] sections = receipt.split("\n\n");
        for (int i = 1; i < sections.length; i++) {
            List<String> rows = sections[i].lines().toList();
            String title = rows.get(0);
            if (title.startsWith(" ")) {
                read.bill(rows);
            } else if (title.equals("Off the price")) {
                read.offThePrice(rows);
            } else if (title.startsWith("Earned: ")) {
                read.earned(rows);
            } else if (title.equals("Balance")) {
                read.balances(rows);
            }
        }
    }

    /** What the lines cost, less what is free, less discounts, and delivery, is to pay. */
    private void bill(List<String> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal line = BigDecimal.ZERO;
        for (String row : rows) {
            Matcher counts = COUNTS.matcher(row);
            Matcher amount = ROW.matcher(row);
            if (counts.matches()) {
                assertThat(number(counts.group(1))).as(row).isLessThanOrEqualTo(line);
            } else {
                assertThat(amount.matches()).as(row).isTrue();
                BigDecimal value = number(amount.group(2));
                if (amount.group(1).equals("to pay")) {
                    assertThat(value).as("to pay").isEqualByComparingTo(sum);
                } else {
                    sum = sum.add(value);
                    line = value.signum() < 0 ? line.add(value) : value;
                    free = amount.group(1).endsWith(" free") ? free.subtract(value) : free;
                    discount = amount.group(1).equals("discount") ? discount.subtract(value) : discount;
                }
            }
        }
    }

    private void offThePrice(List<String> rows) {
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal money = BigDecimal.ZERO;
        for (String row : entries(rows)) {
            Matcher entry = matched(ENTRY, row);
            BigDecimal value = number(entry.group(2));
            String words = entry.group(3);
            Matcher percent = PERCENT.matcher(words);
            if (percent.matches()) {
                BigDecimal share = number(percent.group(1))
                        .multiply(number(percent.group(2)))
                        .movePointLeft(2)
                        .setScale(value.scale(), RoundingMode.HALF_UP);
                if (words.endsWith(")")) {
                    assertThat(value).as(row).isLessThanOrEqualTo(share);
                } else {
                    assertThat(value).as(row).isEqualByComparingTo(share);
                }
            }
            if (percent.matches() || words.contains(" off")) {
                money = money.add(value);
            } else if (!words.startsWith("delivery")) {
                units = units.add(value);
            }
        }
        assertThat(units).as("free units").isEqualByComparingTo(free);
        assertThat(money).as("discounts").isEqualByComparingTo(discount);
    }

    /** Rate times basis times the factors that reach it; all together, rounded; and what is flat. */
    private void earned(List<String> rows) {
        Matcher title = matched(EARNED, rows.get(0));
        List<Matcher> factors = new ArrayList<>();
        List<Matcher> products = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal flat = BigDecimal.ZERO;
        BigDecimal rounded = null;
        for (String row : entries(rows.subList(1, rows.size()))) {
            Matcher inAll = IN_ALL.matcher(row);
            if (inAll.matches()) {
                assertThat(number(inAll.group(1))).as(row).isEqualByComparingTo(sum);
                rounded = rounded(sum, matched(ROUNDED, inAll.group(2)));
                continue;
            }
            Matcher entry = matched(ENTRY, row);
            switch (entry.group(1)) {
                case "x " -> factors.add(entry);
                case "+ " -> flat = flat.add(number(entry.group(2)));
                default -> {
                    products.add(entry);
                    sum = sum.add(number(entry.group(2)));
                }
            }
        }
        products.forEach(each -> product(each, factors));
        BigDecimal total = (rounded == null ? sum : rounded).add(flat);
        assertThat(number(title.group(1))).as(rows.get(0)).isEqualByComparingTo(total);
        add(earned, title.group(2), total);
    }

    private static void product(Matcher entry, List<Matcher> factors) {
        String words = entry.group(3);
        Matcher steps = STEPS.matcher(words);
        Matcher times = TIMES.matcher(words);
        BigDecimal amount;
        if (steps.matches()) {
            assertThat(number(steps.group(2)))
                    .as(words)
                    .isEqualByComparingTo(number(steps.group(4)).divideToIntegralValue(number(steps.group(3))));
            amount = number(steps.group(1)).multiply(number(steps.group(2)));
        } else if (times.matches() && !words.substring(0, times.start(2)).contains(",")) {
            amount = number(times.group(1)).multiply(number(times.group(2)));
        } else {
            amount = number(words.split(",")[0]);
        }
        Matcher rounded = ROUNDED.matcher(words);
        amount = rounded.find() ? rounded(amount, rounded) : amount;
        List<BigDecimal> named = new ArrayList<>();
        for (Matcher factor = FACTOR.matcher(words); factor.find(); ) {
            named.add(number(factor.group(1)));
            amount = amount.multiply(number(factor.group(1)));
        }
        assertThat(number(entry.group(2))).as(words).isEqualByComparingTo(amount);
        List<Integer> lines = lines(words);
        assertThat(named)
                .as(words)
                .isEqualTo(factors.stream()
                        .filter(factor -> lines(factor.group(3)).isEmpty()
                                || !lines.isEmpty() && lines(factor.group(3)).containsAll(lines))
                        .map(factor -> number(factor.group(2)))
                        .toList());
    }

    /** Before, what came and what went, is after. */
    private void balances(List<String> rows) {
        for (String row : rows.subList(1, rows.size())) {
            Matcher balance = matched(BALANCE, row);
            BigDecimal sum = number(balance.group(2));
            for (Matcher moved = MOVED.matcher(balance.group(3)); moved.find(); ) {
                BigDecimal amount = number(moved.group(2));
                sum = moved.group(1).equals("+") ? sum.add(amount) : sum.subtract(amount);
                if (moved.group(3).equals("earned")) {
                    assertThat(amount).as(row).isEqualByComparingTo(earned.get(balance.group(1)));
                }
            }
            assertThat(number(balance.group(4))).as(row).isEqualByComparingTo(sum);
        }
    }

    private static BigDecimal rounded(BigDecimal amount, Matcher how) {
        RoundingMode mode = switch (how.group(1)) {
            case "rounded down" -> RoundingMode.DOWN;
            case "rounded up" -> RoundingMode.UP;
            case "rounded half up" -> RoundingMode.HALF_UP;
            case "rounded half even" -> RoundingMode.HALF_EVEN;
            default -> throw new AssertionError("Rounded how? " + how.group());
        };
        BigDecimal rounded = amount.setScale(how.group(2) == null ? 0 : Integer.parseInt(how.group(2)), mode);
        assertThat(number(how.group(3))).as(how.group()).isEqualByComparingTo(rounded);
        return rounded;
    }

    private static List<Integer> lines(String words) {
        Matcher lines = LINES.matcher(words);
        List<Integer> numbers = new ArrayList<>();
        if (lines.matches()) {
            for (String number : lines.group(1).split(", ")) {
                numbers.add(Integer.valueOf(number));
            }
        }
        return numbers;
    }

    /** The rows with a number in front, without those that say which rule it was. */
    private static List<String> entries(List<String> rows) {
        return rows.stream()
                .filter(row -> row.startsWith("  ")
                        && !row.startsWith("            rule: ")
                        && !row.startsWith("            says: "))
                .toList();
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.matches()).as("\"%s\" as %s", text, pattern).isTrue();
        return matcher;
    }

    private static void add(Map<String, BigDecimal> sums, String kind, BigDecimal amount) {
        sums.merge(kind, amount, BigDecimal::add);
        sums.replaceAll((name, sum) -> plain(sum));
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
