package org.regulars.internal.rules;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regulars.Line;
import org.regulars.facts.Activity;
import org.regulars.facts.Balance;
import org.regulars.facts.Day;
import org.regulars.facts.Expired;
import org.regulars.facts.Item;
import org.regulars.facts.Member;
import org.regulars.facts.Paid;
import org.regulars.facts.PaidItem;
import org.regulars.facts.Program;
import org.regulars.facts.Purchase;
import org.regulars.facts.Redemption;
import org.regulars.facts.Tier;

/** Draws facts that rules are likely to match: every text in them is one that stands in the rules. */
public final class DrawnFacts {

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\n]*)\"");
    private static final Pattern NUMBER = Pattern.compile("number\\( ?\"([^\"]*)\"");
    private static final Pattern DATE = Pattern.compile("date\\( ?\"([^\"]*)\"");
    private static final Pattern LADDER = Pattern.compile("tier\\( ?\"([^\"]*)\"");
    private static final List<String> AMOUNTS =
            List.of("0", "0.5", "1", "2", "3", "4.99", "5", "7", "10", "12.5", "20", "49.9", "75", "100", "500");

    private final List<String> texts;
    private final List<String> numbers;
    private final List<String> dates;
    private final List<String> ladders;

    private DrawnFacts(Collection<String> rules) {
        String all = String.join("\n", rules);
        this.texts = found(TEXT, all);
        this.numbers = found(NUMBER, all);
        this.dates = found(DATE, all);
        this.ladders = found(LADDER, all);
    }

    /** Facts for these rules. */
    public static DrawnFacts of(Collection<String> rules) {
        return new DrawnFacts(rules);
    }

    private static List<String> found(Pattern pattern, String in) {
        TreeSet<String> found = new TreeSet<>(List.of("tier"));
        Matcher matcher = pattern.matcher(in);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return List.copyOf(found);
    }

    /** The facts of one event, and some that would never come with it. */
    List<Object> draw(Random random) {
        ZonedDateTime moment = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC"))
                .plusMinutes(random.nextInt(2 * 365 * 24 * 60));
        Member member = member(random);
        List<Line> lines = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lines.add(Line.of(1 + random.nextInt(3), text(random), text(random), "2.50")
                    .numbered(i + 1));
        }
        Purchase purchase = new Purchase(
                "p", moment, "EUR", amount(random), amount(random), amount(random), lines, member, attributes(random));
        List<Object> facts = new ArrayList<>(List.of(member, purchase));
        List<PaidItem> paid = new ArrayList<>();
        for (Line line : lines) {
            Map<String, String> attributes = attributes(random);
            BigDecimal quantity = line.quantity();
            facts.add(new Item(
                    line.number(),
                    line.name(),
                    line.category(),
                    quantity,
                    amount(random),
                    purchase,
                    member,
                    attributes));
            if (random.nextInt(4) > 0) {
                paid.add(new PaidItem(
                        line.number(),
                        line.name(),
                        line.category(),
                        quantity,
                        amount(random),
                        purchase,
                        member,
                        attributes));
            }
        }
        facts.addAll(paid);
        facts.add(new Paid(amount(random), amount(random), amount(random), paid, purchase, member));
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(new Redemption(
                    text(random),
                    amount(random),
                    random.nextBoolean() ? purchase : null,
                    moment,
                    member,
                    attributes(random)));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            facts.add(new Balance(
                    text(random),
                    amount(random),
                    amount(random),
                    amount(random),
                    amount(random),
                    amount(random),
                    member,
                    moment));
        }
        facts.add(new Activity("a", text(random), moment, member, attributes(random)));
        facts.add(new Day(moment, member));
        facts.add(new Expired(text(random), amount(random), "2025-05-17", moment, member));
        facts.add(new Program());
        facts.removeIf(any -> random.nextInt(5) == 0);
        return facts;
    }

    private Member member(Random random) {
        Map<String, Tier> tiers = new TreeMap<>();
        ladders.forEach(ladder -> tiers.put(ladder, new Tier(text(random), texts)));
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            balances.put(text(random), amount(random));
        }
        return new Member(
                "m",
                "2020-06-12",
                random.nextInt(4),
                random.nextBoolean(),
                random.nextBoolean(),
                "2026-05-01",
                random.nextInt(90),
                tiers,
                balances,
                attributes(random));
    }

    private Map<String, String> attributes(Random random) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            attributes.put(text(random), text(random));
        }
        numbers.forEach(name -> attributes.put(name, amount(random).toPlainString()));
        dates.forEach(name -> attributes.put(name, "2026-0" + (1 + random.nextInt(9)) + "-15"));
        return attributes;
    }

    private String text(Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static BigDecimal amount(Random random) {
        return new BigDecimal(AMOUNTS.get(random.nextInt(AMOUNTS.size())));
    }
}
