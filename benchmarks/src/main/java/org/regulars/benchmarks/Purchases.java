package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.regulars.benchmarks.Catalogue.Product;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Held;
import org.regulars.benchmarks.Shop.Holder;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * The purchases everybody decides. Generated from a fixed seed, so every run on every machine decides the
 * same ones.
 */
final class Purchases {

    /** How many purchases there are: a power of two, so that going round and round costs next to nothing. */
    static final int COUNT = 1024;

    private static final long SEED = 20260101;
    private static final int YEAR = 2026;
    private static final BigDecimal DELIVERY = new BigDecimal("4.90");

    private final Random random = new Random(SEED);
    private final List<Product> products;
    private final int lines;

    private Purchases(List<Product> products, int lines) {
        this.products = products;
        this.lines = lines;
    }

    /** Purchases of so many different products each, by as many members. */
    static List<Shopping> of(List<Product> products, int lines) {
        Purchases generated = new Purchases(products, lines);
        List<Shopping> purchases = new ArrayList<>();
        for (int i = 1; i <= COUNT; i++) {
            purchases.add(generated.shopping(i));
        }
        return List.copyOf(purchases);
    }

    private Shopping shopping(int number) {
        LocalDate day = LocalDate.ofYearDay(YEAR, between(1, 365));
        LocalDateTime at = day.atTime(between(7, 20), between(0, 59));
        List<Goods> goods = goods();
        String channel = oneOf("till", "till", "till", Shop.APP, Shop.WEB);
        return new Shopping(
                "receipt-" + number,
                at,
                holder(number, at, goods),
                channel,
                random.nextInt(10) == 0 ? Shop.WINE15 : "",
                channel.equals(Shop.WEB) ? DELIVERY : BigDecimal.ZERO,
                goods);
    }

    private Holder holder(int number, LocalDateTime at, List<Goods> goods) {
        LocalDate birthday = random.nextInt(30) == 0 ? at.toLocalDate() : LocalDate.ofYearDay(YEAR, between(1, 365));
        LocalDate newYear = at.toLocalDate().withDayOfYear(1);
        LocalDate last = at.toLocalDate().minusDays(between(1, 20));
        LocalDate seen = last.isBefore(newYear) ? newYear : last;
        long status = random.nextInt(5) == 0 ? 0 : statusPoints(goods);
        long stamps = random.nextInt(12);
        List<Held> lots = points(seen);
        if (status > 0) {
            lots.add(new Held(Shop.STATUS, status, midnight(newYear), midnight(newYear.plusYears(1))));
        }
        if (stamps > 0) {
            lots.add(new Held(Shop.STAMPS, stamps, midnight(seen), null));
        }
        return new Holder(
                "member-" + number,
                tier(status),
                birthday.minusYears(between(18, 80)),
                status,
                stamps,
                seen.equals(at.toLocalDate())
                        ? midnight(seen)
                        : seen.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                List.copyOf(lots),
                random.nextInt(51));
    }

    /** Up to four amounts of points, earned in as many months of the last twelve. */
    private List<Held> points(LocalDate until) {
        List<Held> lots = new ArrayList<>();
        for (int monthsAgo = 11; monthsAgo >= 0; monthsAgo--) {
            if (random.nextInt(4) == 0 && lots.size() < 4) {
                LocalDate earned = until.minusMonths(monthsAgo);
                lots.add(new Held(Shop.POINTS, between(1, 400), midnight(earned), endOfPoints(earned)));
            }
        }
        return lots;
    }

    /** Points can be spent for 12 months and to the end of that month. */
    static Instant endOfPoints(LocalDate earned) {
        return midnight(earned.plusMonths(13).withDayOfMonth(1));
    }

    /** Status points count for the year. */
    static Instant endOfStatusPoints(LocalDate earned) {
        return midnight(earned.withDayOfYear(1).plusYears(1));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** So many that this purchase just about comes to a tier, or any number. */
    private long statusPoints(List<Goods> goods) {
        return switch (random.nextInt(8)) {
            case 0 -> justBelow(300, goods);
            case 1 -> justBelow(1000, goods);
            default -> between(1, 1_300);
        };
    }

    private long justBelow(long threshold, List<Goods> goods) {
        return Math.max(1, threshold - total(goods).longValue() + between(-1, 1));
    }

    /** Mostly the tier that goes with the points, now and then one of the year before. */
    private String tier(long statusPoints) {
        if (random.nextInt(5) == 0) {
            return oneOf(Shop.GREEN, Shop.SILVER, Shop.GOLD);
        }
        return statusPoints >= 1000 ? Shop.GOLD : statusPoints >= 300 ? Shop.SILVER : Shop.GREEN;
    }

    /** Different products, mostly one or two of each. */
    private List<Goods> goods() {
        List<Product> basket = new ArrayList<>(products);
        Collections.shuffle(basket, random);
        List<Goods> goods = new ArrayList<>();
        for (Product product : basket.subList(0, lines)) {
            int units = random.nextInt(8) == 0 ? between(3, 8) : between(1, 2);
            goods.add(new Goods(
                    goods.size() + 1, product.name(), product.category(), product.ownBrand(), units, product.price()));
        }
        return List.copyOf(goods);
    }

    private static BigDecimal total(List<Goods> goods) {
        BigDecimal total = BigDecimal.ZERO;
        for (Goods each : goods) {
            total = total.add(each.amount());
        }
        return total;
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
