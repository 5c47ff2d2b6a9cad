package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The purchases everybody decides, in the classes an application would have of its own. Generated from
 * a fixed seed, so every run on every machine decides the same ones.
 */
public final class Workload {

    /** How many purchases there are: a power of two, so that going round and round costs next to nothing. */
    public static final int PURCHASES = 1024;

    static final String BRONZE = "Bronze";
    static final String SILVER = "Silver";
    static final String GOLD = "Gold";

    private static final int LINES = 5;
    private static final long SEED = 20260101;
    private static final BigDecimal FIFTY = new BigDecimal(50);
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Who holds the card.
     *
     * @param tier Bronze, Silver or Gold
     * @param remembered how many of their purchases were decided before, 0 to 50
     */
    public record Holder(String id, String tier, long points, long collected, long bakeryStamps, int remembered) {}

    /**
     * A line of the receipt.
     *
     * @param price of one unit
     */
    public record Goods(int line, String name, String category, long units, BigDecimal price) {

        /** What the line costs. */
        public BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(units));
        }
    }

    /** A receipt, and who shows the card for it. */
    public record Shopping(String id, Instant at, Holder holder, List<Goods> goods) {

        /** Whether it is a Saturday or a Sunday, in UTC. */
        public boolean weekend() {
            DayOfWeek day = at.atOffset(ZoneOffset.UTC).getDayOfWeek();
            return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        }
    }

    private record Product(String name, String category, BigDecimal price) {}

    /** No two from the bakery cost the same, so it is always clear which is the cheapest. */
    private static final List<Product> SHELVES = List.of(
            product("Apples", "Produce", "2.49"),
            product("Potatoes", "Produce", "3.29"),
            product("Minced beef", "Meat", "7.95"),
            product("Salmon", "Seafood", "12.40"),
            product("Milk", "Dairy", "1.19"),
            product("Butter", "Dairy", "2.79"),
            product("Ten eggs", "Eggs", "3.49"),
            product("Ham", "Deli", "4.15"),
            product("Orange juice", "Beverages", "2.50"),
            product("Coffee beans", "Beverages", "13.90"),
            product("Red wine", "Alcoholic Beverages", "10.00"),
            product("Beer", "Alcoholic Beverages", "1.35"),
            product("Roll", "Baked Goods", "0.45"),
            product("Croissant", "Baked Goods", "1.30"),
            product("Rye bread", "Baked Goods", "3.95"),
            product("Cake", "Baked Goods", "14.50"),
            product("Crisps", "Snack Foods", "2.29"),
            product("Tomatoes in a tin", "Canned Foods", "0.99"),
            product("Washing powder", "Household", "11.75"),
            product("Gift card", "Gift Cards", "25.00"),
            product("Cigarettes", "Tobacco", "8.20"));

    private final Random random = new Random(SEED);

    private Workload() {}

    /** The purchases, the same every time. */
    public static List<Shopping> purchases() {
        Workload workload = new Workload();
        List<Shopping> purchases = new ArrayList<>();
        for (int i = 1; i <= PURCHASES; i++) {
            purchases.add(workload.shopping(i));
        }
        return List.copyOf(purchases);
    }

    private Shopping shopping(int number) {
        int day = random.nextInt(365);
        Instant at = NEW_YEAR.plus(day, ChronoUnit.DAYS).plus(between(8 * 60, 21 * 60), ChronoUnit.MINUTES);
        List<Goods> goods = goods();
        return new Shopping("receipt-" + number, at, holder(number, goods), goods);
    }

    private Holder holder(int number, List<Goods> goods) {
        long collected = collected(goods);
        return new Holder(
                "member-" + number,
                tier(collected),
                random.nextInt(5) == 0 ? 0 : between(1, 2_000),
                collected,
                random.nextInt(14),
                random.nextInt(51));
    }

    /** Nothing yet, or so much that this purchase just about comes to a tier, or anything. */
    private long collected(List<Goods> goods) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> justBelow(250, goods);
            case 2 -> justBelow(750, goods);
            default -> between(1, 1_200);
        };
    }

    private long justBelow(long threshold, List<Goods> goods) {
        return Math.max(0, threshold - total(goods).longValue() + between(-1, 1));
    }

    /** Mostly the tier that goes with what was collected, now and then one that staff gave. */
    private String tier(long collected) {
        if (random.nextInt(10) == 0) {
            return List.of(BRONZE, SILVER, GOLD).get(random.nextInt(3));
        }
        return collected >= 750 ? GOLD : collected >= 250 ? SILVER : BRONZE;
    }

    /** Different products, between one and four of each; now and then they cost just about 50. */
    private List<Goods> goods() {
        List<Product> shelves = new ArrayList<>(SHELVES);
        Collections.shuffle(shelves, random);
        List<Goods> goods = new ArrayList<>();
        for (Product product : shelves.subList(0, LINES - 1)) {
            goods.add(line(goods.size() + 1, product));
        }
        BigDecimal missing = FIFTY.add(BigDecimal.valueOf(between(-1, 1), 2)).subtract(total(goods));
        goods.add(
                random.nextInt(8) == 0 && missing.signum() > 0
                        ? new Goods(LINES, "Flowers", "Household", 1, missing)
                        : line(LINES, shelves.get(LINES - 1)));
        return List.copyOf(goods);
    }

    private Goods line(int number, Product product) {
        return new Goods(number, product.name, product.category, between(1, 4), product.price);
    }

    private static BigDecimal total(List<Goods> goods) {
        BigDecimal total = BigDecimal.ZERO;
        for (Goods each : goods) {
            total = total.add(each.amount());
        }
        return total;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static Product product(String name, String category, String price) {
        return new Product(name, category, new BigDecimal(price));
    }
}
