package org.regulars.laws;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regulars.laws.Promise.Clause;
import org.regulars.laws.Promise.Fact;

/** Clauses for the facts a rule can name, each as text and as what it means. */
final class Clauses {

    private static final List<String> AMOUNTS = List.of("0.01", "0.99", "1.98", "2.5", "3.33", "5", "6.67", "10", "20");

    private final Random random;

    Clauses(Random random) {
        this.random = random;
    }

    /**
     * So many clauses on a fact.
     *
     * @param steady whether they may only say what free units and discounts cannot change
     */
    List<Clause> on(Fact fact, int count, boolean steady) {
        List<Supplier<Clause>> all = new ArrayList<>();
        if (fact == Fact.ITEM || fact == Fact.PAID_ITEM) {
            all.addAll(List.of(this::category, this::category, this::category, this::name, this::lineAttribute));
            if (!steady) {
                all.addAll(List.of(this::lineAmount, this::lineQuantity));
            }
        }
        if ((fact == Fact.PURCHASE || fact == Fact.PAID) && !steady) {
            all.addAll(List.of(this::has, this::quantityOf, this::amountOf, this::quantity));
            all.add(() -> total(fact == Fact.PAID ? "amount" : "total"));
        }
        if (fact == Fact.ITEM && !steady) {
            all.add(() -> total("purchase.total"));
        }
        if (fact == Fact.DAY || fact == Fact.EXPIRED) {
            return List.of();
        }
        if (fact != Fact.MEMBER) {
            String moment = fact == Fact.ITEM || fact == Fact.PAID_ITEM || fact == Fact.PAID ? "purchase." : "";
            all.add(() -> moment(moment));
            if (fact != Fact.BALANCE) {
                all.add(() -> eventAttribute(moment));
            }
        }
        all.add(() -> person(fact == Fact.MEMBER ? "" : "member."));
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clauses.add(pick(all).get());
        }
        return clauses;
    }

    Clause balance(String kind) {
        return new Clause("kind == \"" + kind + "\"", it -> it.balance().kind().equals(kind));
    }

    Clause balanceAmount() {
        return switch (random.nextInt(5)) {
            case 0 -> compared("earned", it -> it.balance().earned());
            case 1 -> compared("before", it -> it.balance().before());
            default -> {
                int least = pick(List.of(1, 3, 7, 10, 50, 100, 250));
                yield new Clause(
                        "amount >= " + least, it -> it.balance().amount().compareTo(BigDecimal.valueOf(least)) >= 0);
            }
        };
    }

    Clause activity() {
        String name = pick(Shop.ACTIVITIES);
        return new Clause(
                "name == \"" + name + "\"",
                it -> it.event() instanceof org.regulars.Activity what
                        && what.name().equals(name));
    }

    /** What is asked for; with a purchase or without. */
    Clause asked(String reward) {
        return new Clause(
                "reward == \"" + reward + "\"", it -> it.asked().reward().equals(reward));
    }

    /** A day now and then. */
    Clause day() {
        return calendar(pick(List.of(
                "dayOfMonth == 1",
                "day == MONDAY, dayOfMonth <= 7",
                "dayOfMonth == 31",
                "member.birthday",
                "member.anniversary",
                "date == \"2026-03-29\"")));
    }

    /** A kind that lapses. */
    Clause lapses(String kind) {
        return calendar("kind == \"" + kind + "\"");
    }

    /** What is meant by it only the calendar knows. */
    private static Clause calendar(String drl) {
        return new Clause(drl, it -> false);
    }

    Clause has(String what) {
        return new Clause("has( \"" + what + "\" )", it -> it.has(what));
    }

    private Clause has() {
        return has(what());
    }

    private Clause category() {
        String one = pick(Shop.CATEGORIES);
        String other = pick(Shop.CATEGORIES);
        Function<Scene, String> of = it -> it.line().line().category();
        return switch (random.nextInt(5)) {
            case 0 ->
                new Clause(
                        "category in ( \"" + one + "\", \"" + other + "\" )",
                        it -> List.of(one, other).contains(of.apply(it)));
            case 1 ->
                new Clause(
                        "category not in ( \"" + one + "\" )",
                        it -> !of.apply(it).equals(one));
            case 2 ->
                new Clause("category != \"" + one + "\"", it -> !of.apply(it).equals(one));
            default ->
                new Clause("category == \"" + one + "\"", it -> of.apply(it).equals(one));
        };
    }

    private Clause name() {
        String name = pick(Shop.NAMES);
        return new Clause(
                "name == \"" + name + "\"", it -> it.line().line().name().equals(name));
    }

    private Clause lineAttribute() {
        return attribute(
                "",
                it -> it.line().line().attributes().get("origin"),
                "origin",
                "fair",
                it -> it.line().line().attributes().get("strength"),
                "strength");
    }

    private Clause eventAttribute(String prefix) {
        return attribute(
                prefix,
                it -> it.event().attributes().get("channel"),
                "channel",
                "app",
                it -> it.event().attributes().get("value"),
                "value");
    }

    private Clause attribute(
            String prefix,
            Function<Scene, @Nullable String> textOf,
            String textName,
            String text,
            Function<Scene, @Nullable String> numberOf,
            String numberName) {
        return random.nextBoolean()
                ? new Clause(
                        prefix + "text( \"" + textName + "\" ) == \"" + text + "\"",
                        it -> text.equals(textOf.apply(it)))
                : new Clause(prefix + "number( \"" + numberName + "\" ) >= 12.5", it -> {
                    String number = numberOf.apply(it);
                    return number != null && new BigDecimal(number).compareTo(new BigDecimal("12.5")) >= 0;
                });
    }

    private Clause lineAmount() {
        return compared("amount", it -> it.line().amount());
    }

    private Clause lineQuantity() {
        return compared("quantity", it -> it.line().quantity());
    }

    private Clause total(String word) {
        return compared(word, Scene::amount);
    }

    private Clause quantity() {
        return compared("quantity", Scene::quantity);
    }

    private Clause amountOf() {
        String what = what();
        return compared("amountOf( \"" + what + "\" )", it -> it.amountOf(what));
    }

    private Clause quantityOf() {
        String what = what();
        return compared("quantityOf( \"" + what + "\" )", it -> it.quantityOf(what));
    }

    private Clause compared(String drl, Function<Scene, BigDecimal> amount) {
        BigDecimal bound = new BigDecimal(pick(AMOUNTS));
        return switch (random.nextInt(6)) {
            case 0 -> new Clause(drl + " < " + bound, it -> amount.apply(it).compareTo(bound) < 0);
            case 1 -> new Clause(drl + " == " + bound, it -> amount.apply(it).compareTo(bound) == 0);
            case 2 -> new Clause(drl + " > " + bound, it -> amount.apply(it).compareTo(bound) > 0);
            default -> new Clause(drl + " >= " + bound, it -> amount.apply(it).compareTo(bound) >= 0);
        };
    }

    private Clause moment(String prefix) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                DayOfWeek day = pick(List.of(DayOfWeek.values()));
                yield new Clause(prefix + "day == " + day, it -> it.moment().getDayOfWeek() == day);
            }
            case 1 -> {
                Month month = pick(List.of(Month.MARCH, Month.JANUARY, Month.DECEMBER));
                yield new Clause(prefix + "month != " + month, it -> it.moment().getMonth() != month);
            }
            case 2 ->
                new Clause(
                        prefix + "date >= \"2026-03-28\"",
                        it -> it.moment().toLocalDate().toString().compareTo("2026-03-28") >= 0);
            case 3 -> new Clause(prefix + "time < \"10:00\"", it -> it.moment().getHour() < 10);
            case 4 -> new Clause(prefix + "dayOfMonth <= 28", it -> it.moment().getDayOfMonth() <= 28);
            default ->
                new Clause(prefix + "weekend", it -> it.moment().getDayOfWeek().getValue() >= 6);
        };
    }

    private Clause person(String prefix) {
        return switch (random.nextInt(8)) {
            case 0 -> new Clause(prefix + "birthday", Scene::birthday);
            case 1 -> new Clause(prefix + "years >= 1", it -> it.years() >= 1);
            case 2 -> {
                String kind = pick(Shop.KINDS);
                int least = pick(List.of(1, 7, 50));
                yield new Clause(
                        prefix + "holds( \"" + kind + "\" ) >= " + least,
                        it -> it.member().balance(kind).compareTo(BigDecimal.valueOf(least)) >= 0);
            }
            case 3 ->
                new Clause(
                        prefix + "text( \"plan\" ) == \"plus\"",
                        it -> "plus".equals(it.member().attributes().get("plan")));
            case 4 -> new Clause(prefix + "tier( \"card\" ).is( \"Plus\" )", it -> it.rank("card") == 1);
            case 5 -> {
                String tier = pick(Shop.TIERS);
                yield new Clause(
                        prefix + "tier.isBelow( \"" + tier + "\" )", it -> it.rank("tier") < Shop.TIERS.indexOf(tier));
            }
            default -> {
                String tier = pick(Shop.TIERS);
                yield new Clause(
                        prefix + "tier.isAtLeast( \"" + tier + "\" )",
                        it -> it.rank("tier") >= Shop.TIERS.indexOf(tier));
            }
        };
    }

    private String what() {
        return random.nextInt(3) == 0 ? pick(Shop.NAMES) : pick(Shop.CATEGORIES);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
