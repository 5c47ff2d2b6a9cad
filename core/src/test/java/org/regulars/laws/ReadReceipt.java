package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regulars.internal.values.Counted;

/** Reads a receipt as a customer with a pencil would, and works every number on it out again from the others. */
final class ReadReceipt {

    private static final String N = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern ROW = Pattern.compile(" {2}(?: {3}|(?: *\\d+)) {2}(.*?) +" + N);
    private static final Pattern COUNTS = Pattern.compile(" +counts as " + N + " paid");
    private static final Pattern EARNED = Pattern.compile("Earned: " + N + " (.+)");
    private static final Pattern ENTRY = Pattern.compile(" +((?:[x+-] )?)" + N + " {2}(.*)");
    private static final Pattern STEPS = Pattern.compile(N + " x " + N + " \\(every whole " + N + " in " + N + "\\).*");
    private static final Pattern TIMES = Pattern.compile(N + " x " + N + ".*");
    private static final Pattern ROUNDED = Pattern.compile("(rounded [a-z ]+?)(?: to (\\d+) decimals?)?: " + N);
    private static final Pattern FACTOR = Pattern.compile(", x " + N);
    private static final Pattern IN_ALL = Pattern.compile(" +" + N + " in all, (rounded .*)");
    private static final Pattern PERCENT = Pattern.compile(N + " % of " + N + "(.*)");
    private static final Pattern LINES = Pattern.compile("(?:.*[ ,])?lines? (\\d+(?:, \\d+)*)(?:, for .*| \\(.*)?");
    private static final Pattern BALANCE =
            Pattern.compile("  (.+): " + N + "((?: [+-] [\\d.]+ (?:given back|taken back|[a-z]+))*) = " + N + "(?:, "
                    + N + " of them to be spent later)?(?:, the member owes " + N + " .+)?");
    private static final Pattern MOVED = Pattern.compile(" ([+-]) ([\\d.]+) (given back|taken back|[a-z]+)");
    private static final Pattern LIFE =
            Pattern.compile("  (?:" + N + " of them )?(?:to be spent from|good through|make good) .*");
    private static final Pattern CUT =
            Pattern.compile(N + " of " + N + ": at most " + N + " .*?(?:, " + N + " before since .*)?");
    private static final Pattern AWARD_CUT = Pattern.compile(N + " of " + N + ": at most");
    private static final Pattern TAKEN = Pattern.compile("  " + N + " (.+) ([a-z]+|given back|taken back):");
    private static final Pattern EXPIRED = Pattern.compile("  " + N + " (.+) expired: .*");
    private static final Pattern CHANGED = Pattern.compile("  (.+): " + N + " earned with what was kept before, " + N
            + " with what is kept now: " + N + " (taken back|less|more)");
    private static final Pattern COST = Pattern.compile(
            "  (.+): " + N + " spent or used with what was kept before, " + N + " with what is kept now");
    private static final Pattern GIVEN_BACK =
            Pattern.compile("  (.+): " + N + " that had been spent or used given back");
    private static final Pattern REFUND = Pattern.compile("Refund: " + N);
    private static final Pattern LET_GO = Pattern.compile(" +([\\d.]+) is not asked for beyond what was paid");
    private static final Pattern LET_GO_BEFORE =
            Pattern.compile(" +less ([\\d.]+) that was not asked for when something came back before");
    private static final Pattern CAME_TO =
            Pattern.compile(" +the purchase came to " + N + " before, and comes to " + N + " now");

    private final Map<String, BigDecimal> earned = new HashMap<>();
    private final Map<String, BigDecimal> expired = new HashMap<>();
    private BigDecimal free = BigDecimal.ZERO;
    private BigDecimal discount = BigDecimal.ZERO;

    private ReadReceipt() {}

    static void addsUp(String receipt) {
        ReadReceipt read = new ReadReceipt();
        String[] sections = receipt.split("\n\n");
        for (int i = 1; i < sections.length; i++) {
            List<String> rows = sections[i].lines().toList();
            if (rows.get(0).startsWith("Before, on ") || rows.get(0).startsWith("On ")) {
                read.due(rows.subList(1, rows.size()));
            } else {
                read.section(rows);
            }
        }
    }

    private void section(List<String> rows) {
        String title = rows.get(0);
        if (title.startsWith(" ")) {
            bill(rows);
        } else if (title.equals("Kept")) {
            new ReadReceipt().bill(rows.subList(1, rows.size()));
        } else if (title.equals("Off the price")) {
            offThePrice(rows);
        } else if (title.startsWith("Earned: ")) {
            earned(rows);
        } else if (title.equals("Taken from")) {
            takenFrom(rows);
        } else if (title.equals("Expired")) {
            rows.subList(1, rows.size()).forEach(this::expired);
        } else if (title.startsWith("Refund: ")) {
            refund(rows);
        } else if (title.equals("What that changes")) {
            changes(rows);
        } else if (title.equals("Balance")) {
            balances(rows);
        }
    }

    /** What fell due at one moment: rows of its own, and sections set in. */
    private void due(List<String> rows) {
        List<String> section = new ArrayList<>();
        for (String row : rows) {
            String outdented = row.substring(2);
            if (!outdented.startsWith(" ")) {
                expired(row);
                if (!section.isEmpty()) {
                    section(section);
                }
                section = new ArrayList<>();
            }
            section.add(outdented);
        }
        section(section);
    }

    private void expired(String row) {
        Matcher gone = EXPIRED.matcher(row);
        if (gone.matches()) {
            add(expired, one(gone.group(2)), number(gone.group(1)));
        }
    }

    /** The lots something was taken from add up to all of it. */
    private static void takenFrom(List<String> rows) {
        BigDecimal left = BigDecimal.ZERO;
        for (String row : rows.subList(1, rows.size())) {
            Matcher all = TAKEN.matcher(row);
            if (all.matches()) {
                assertThat(left).as("before " + row).isEqualByComparingTo("0");
                left = number(all.group(1));
            } else {
                left = left.subtract(number(matched(ENTRY, row).group(2)));
            }
        }
        assertThat(left).as("in the last of " + rows).isEqualByComparingTo("0");
    }

    /** By how much less it comes to now; less what was let go before, or with what is let go now. */
    private static void refund(List<String> rows) {
        Matcher cameTo = matched(CAME_TO, rows.get(1));
        BigDecimal refund = number(cameTo.group(1)).subtract(number(cameTo.group(2)));
        for (String row : rows.subList(2, rows.size())) {
            Matcher before = LET_GO_BEFORE.matcher(row);
            refund = before.matches()
                    ? refund.subtract(number(before.group(1)))
                    : refund.add(number(matched(LET_GO, row).group(1)));
        }
        assertThat(number(matched(REFUND, rows.get(0)).group(1))).isEqualByComparingTo(refund);
    }

    /**
     * What is earned less now is what expired, was cut, stays, and is taken back; where what is kept costs something too, with
     * what is spent more, and less what is given back.
     */
    private static void changes(List<String> rows) {
        Map<String, BigDecimal> left = new TreeMap<>();
        Map<String, BigDecimal> spent = new TreeMap<>();
        Map<String, BigDecimal> given = new TreeMap<>();
        String kind = "";
        for (String row : rows.subList(1, rows.size())) {
            Matcher changed = CHANGED.matcher(row);
            Matcher cost = COST.matcher(row);
            Matcher back = GIVEN_BACK.matcher(row);
            Matcher part = ENTRY.matcher(row);
            if (changed.matches()) {
                kind = changed.group(1);
                BigDecimal less = number(changed.group(2)).subtract(number(changed.group(3)));
                assertThat(number(changed.group(4))).as(row).isEqualByComparingTo(less.abs());
                add(left, kind, changed.group(5).equals("taken back") ? BigDecimal.ZERO : less);
            } else if (cost.matches()) {
                add(spent, cost.group(1), number(cost.group(3)).subtract(number(cost.group(2))));
            } else if (back.matches()) {
                add(given, back.group(1), number(back.group(2)));
            } else if (part.matches()) {
                add(left, kind, number(part.group(2)).negate());
            }
        }
        left.forEach((name, rest) -> {
            if (!spent.containsKey(name) && rest.signum() >= 0) {
                assertThat(rest).as(name + " in " + rows).isEqualByComparingTo("0");
            }
        });
        spent.forEach((name, more) -> assertThat(more.add(left.getOrDefault(name, BigDecimal.ZERO)))
                .as(name + " in " + rows)
                .isEqualByComparingTo(given.getOrDefault(name, BigDecimal.ZERO).negate()));
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
        BigDecimal cut = BigDecimal.ZERO;
        BigDecimal rounded = null;
        for (String row : entries(rows.subList(1, rows.size()))) {
            if (LIFE.matcher(row).matches()) {
                continue;
            }
            Matcher inAll = IN_ALL.matcher(row);
            if (inAll.matches()) {
                assertThat(number(inAll.group(1))).as(row).isEqualByComparingTo(sum);
                rounded = rounded(sum, matched(ROUNDED, inAll.group(2)));
                continue;
            }
            Matcher entry = matched(ENTRY, row);
            switch (entry.group(1)) {
                case "- " -> cut = cut.add(cut(entry));
                case "x " -> factors.add(entry);
                case "+ " -> flat = flat.add(number(entry.group(2)));
                default -> {
                    products.add(entry);
                    sum = sum.add(number(entry.group(2)));
                }
            }
        }
        products.forEach(each -> product(each, factors));
        BigDecimal total = (rounded == null ? sum : rounded).add(flat).subtract(cut);
        assertThat(number(title.group(1))).as(rows.get(0)).isEqualByComparingTo(total);
        add(earned, one(title.group(2)), total);
    }

    /** What a limit cut: what was wanted less what it let through, which is no more than it allows in all. */
    private static BigDecimal cut(Matcher entry) {
        BigDecimal cut = number(entry.group(2));
        Matcher limit = CUT.matcher(entry.group(3));
        if (limit.matches()) {
            BigDecimal allowed = number(limit.group(1));
            BigDecimal before = limit.group(4) == null ? BigDecimal.ZERO : number(limit.group(4));
            assertThat(cut)
                    .as(entry.group())
                    .isEqualByComparingTo(number(limit.group(2)).subtract(allowed));
            assertThat(allowed.add(before)).as(entry.group()).isLessThanOrEqualTo(number(limit.group(3)));
        }
        return cut;
    }

    private static void product(Matcher entry, List<Matcher> factors) {
        String words = entry.group(3);
        Matcher cut = AWARD_CUT.matcher(words);
        int note = cut.find() ? cut.start() : -1;
        BigDecimal uncut = note < 0 ? number(entry.group(2)) : number(cut.group(2));
        if (note >= 0) {
            BigDecimal left = number(cut.group(1));
            while (cut.find()) {
                assertThat(number(cut.group(2))).as(words).isEqualByComparingTo(left);
                left = number(cut.group(1));
            }
            assertThat(number(entry.group(2))).as(words).isEqualByComparingTo(left);
            words = words.substring(0, note).replaceFirst(" \\($", "");
        }
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
        assertThat(uncut).as(words).isEqualByComparingTo(amount);
        List<Integer> lines = lines(words);
        assertThat(named)
                .as(words)
                .isEqualTo(factors.stream()
                        .filter(factor -> lines(factor.group(3)).isEmpty()
                                || !lines.isEmpty() && lines(factor.group(3)).containsAll(lines))
                        .map(factor -> number(factor.group(2)))
                        .toList());
    }

    /** The name of a kind as it is said of one. */
    private static String one(String kind) {
        return Counted.of(BigDecimal.ONE, kind);
    }

    /** Before, what came and what went, is after. */
    private void balances(List<String> rows) {
        for (String row : rows.subList(1, rows.size())) {
            Matcher balance = matched(BALANCE, row);
            BigDecimal sum = number(balance.group(2));
            for (Matcher moved = MOVED.matcher(balance.group(3)); moved.find(); ) {
                BigDecimal amount = number(moved.group(2));
                sum = moved.group(1).equals("+") ? sum.add(amount) : sum.subtract(amount);
                if (moved.group(3).equals("expired")) {
                    assertThat(amount).as(row).isEqualByComparingTo(expired.get(one(balance.group(1))));
                }
                if (moved.group(3).equals("earned")) {
                    assertThat(amount).as(row).isEqualByComparingTo(earned.get(one(balance.group(1))));
                }
            }
            assertThat(number(balance.group(4))).as(row).isEqualByComparingTo(sum);
            if (balance.group(6) != null) {
                BigDecimal later = balance.group(5) == null ? BigDecimal.ZERO : number(balance.group(5));
                assertThat(later.subtract(number(balance.group(6)))).as(row).isEqualByComparingTo(sum);
            }
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
