package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of the application: what it knows of members and receipts, whatever decides for it. */
public final class Shop {

    static final String POINTS = "points";
    static final String STAMPS = "coffee stamps";
    static final String STATUS = "status points";

    static final String GREEN = "Green";
    static final String SILVER = "Silver";
    static final String GOLD = "Gold";

    static final String PRODUCE = "produce";
    static final String COFFEE = "coffee";
    static final String WINE = "wine";
    static final String APP = "app";
    static final String WEB = "web";
    static final String WINE15 = "WINE15";

    private Shop() {}

    /**
     * An amount that a member holds.
     *
     * @param ends from when it is gone, or null for never
     */
    public record Held(
            String kind,
            long amount,
            Instant earned,
            @Nullable Instant ends) {}

    /**
     * Who holds the card.
     *
     * @param tier Green, Silver or Gold
     * @param statusPoints how many they hold
     * @param coffeeStamps how many they hold
     * @param saved when the application last saved them
     * @param lots all they hold, these status points and stamps among it
     * @param remembered how many of their purchases were decided before, 0 to 50
     */
    public record Holder(
            String id,
            String tier,
            LocalDate birthday,
            long statusPoints,
            long coffeeStamps,
            Instant saved,
            List<Held> lots,
            int remembered) {}

    /**
     * A line of the receipt.
     *
     * @param price of one unit
     */
    public record Goods(int line, String name, String category, boolean ownBrand, long units, BigDecimal price) {

        /** What the line costs. */
        public BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(units));
        }
    }

    /**
     * A receipt, and who shows the card for it.
     *
     * @param at when, in UTC
     * @param channel till, app or web
     * @param coupon the code on it, or empty
     * @param delivery what delivery costs
     */
    public record Shopping(
            String id,
            LocalDateTime at,
            Holder holder,
            String channel,
            String coupon,
            BigDecimal delivery,
            List<Goods> goods) {

        /** The day of the week. */
        public DayOfWeek day() {
            return at.getDayOfWeek();
        }

        /** Whether it is a Saturday or a Sunday. */
        public boolean weekend() {
            return day() == DayOfWeek.SATURDAY || day() == DayOfWeek.SUNDAY;
        }

        /** The hour of the day, 0 to 23. */
        public int hour() {
            return at.getHour();
        }

        /** Whether it is the holder's birthday. */
        public boolean birthday() {
            return at.getDayOfMonth() == holder.birthday.getDayOfMonth() && at.getMonth() == holder.birthday.getMonth();
        }

        /** Whether something of a category is on it. */
        public boolean has(String category) {
            for (Goods each : goods) {
                if (each.category.equals(category)) {
                    return true;
                }
            }
            return false;
        }
    }
}
