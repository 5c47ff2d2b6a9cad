package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import org.regulars.LoyaltyEngine;

/**
 * A points card whose terms can be counted on fingers: one kind, at one rate on what is paid, with a life and a policy for
 * returns.
 *
 * @param rate points for one unit of money
 * @param pendingDays for how long points cannot be spent
 * @param offers whether some goods and large baskets cost less
 */
record Card(
        String zone,
        String rate,
        int decimals,
        RoundingMode rounding,
        Life life,
        int pendingDays,
        TakenBack policy,
        boolean offers) {

    /** What a mug costs, asked for without a purchase. */
    static final BigDecimal MUG = new BigDecimal(30);

    /** What 5.00 off cost, wished for with a purchase. */
    static final BigDecimal FIVE_OFF = new BigDecimal(20);

    static final int COUNT = Integer.getInteger("regulars.laws.cards", 24);

    /** The day every member of these laws joined; its anniversary is in the middle of their histories. */
    static final Instant JOINED = Instant.parse("2024-04-20T11:00:00Z");

    /** What a return may take. */
    enum TakenBack {
        WHILE_PENDING("takenBackWhilePending"),
        WITHIN_BALANCE("takenBackWithinBalance"),
        IN_FULL("takenBackInFull");

        private final String words;

        TakenBack(String words) {
            this.words = words;
        }
    }

    /** How long points live. */
    enum Life {
        FOR_EVER(""),
        TWENTY_DAYS(".expiresAfterDays( 20 )"),
        ONE_MONTH(".expiresAfterMonths( 1 )"),
        TO_MONTH_END(".atMonthEnd()"),
        ONE_MONTH_TO_QUARTER_END(".expiresAfterMonths( 1 ).atQuarterEnd()"),
        TO_YEAR_END(".atYearEnd()"),
        TO_ANNIVERSARY(".expiresAtAnniversary()"),
        TWO_MONTHS_SINCE_ACTIVITY(".expiresAfterMonths( 2 ).sinceActivity()");

        private final String words;

        Life(String words) {
            this.words = words;
        }

        /** The last day of what comes on a day, or null if there is none. */
        @Nullable
        LocalDate lastDay(LocalDate day, LocalDate joined) {
            switch (this) {
                case FOR_EVER:
                    return null;
                case TWENTY_DAYS:
                    return day.plusDays(20);
                case ONE_MONTH:
                    return day.plusMonths(1);
                case TO_MONTH_END:
                    return day.with(TemporalAdjusters.lastDayOfMonth());
                case ONE_MONTH_TO_QUARTER_END:
                    LocalDate end = day.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
                    while (end.getMonthValue() % 3 != 0) {
                        end = end.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
                    }
                    return end;
                case TO_YEAR_END:
                    return LocalDate.of(day.getYear(), 12, 31);
                case TO_ANNIVERSARY:
                    LocalDate anniversary = joined;
                    for (int year = 1; !anniversary.isAfter(day); year++) {
                        anniversary = joined.plusYears(year);
                    }
                    return anniversary.minusDays(1);
                default:
                    return day.plusMonths(2);
            }
        }
    }

    /** Any of a bounded number of cards, because each must be compiled. */
    static Arbitrary<Card> any() {
        return any(COUNT);
    }

    static Arbitrary<Card> any(int count) {
        return Arbitraries.of(IntStream.range(0, count).mapToObj(Card::number).toList());
    }

    private static Card number(int number) {
        Random random = new Random(number + 1_000 * RuleSets.SEED);
        return new Card(
                one(Shop.ZONES, random),
                one(List.of("1", "2", "0.3333", "0.15"), random),
                one(List.of(0, 0, 2), random),
                one(List.of(RoundingMode.DOWN, RoundingMode.HALF_UP), random),
                Life.values()[number % Life.values().length],
                one(List.of(0, 0, 3, 14), random),
                TakenBack.values()[number % TakenBack.values().length],
                random.nextBoolean());
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    Card taking(TakenBack other) {
        return new Card(zone, rate, decimals, rounding, life, pendingDays, other, offers);
    }

    Card living(Life other) {
        return new Card(zone, rate, decimals, rounding, other, pendingDays, policy, offers);
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** From when what comes at a time is gone, or null for never. */
    @Nullable
    Instant end(Instant at) {
        LocalDate last = life.lastDay(
                at.atZone(zoneId()).toLocalDate(), JOINED.atZone(zoneId()).toLocalDate());
        return last == null ? null : last.plusDays(1).atStartOfDay(zoneId()).toInstant();
    }

    /** From when what comes at a time can be spent. */
    Instant active(Instant at) {
        return at.atZone(zoneId()).plusDays(pendingDays).toInstant();
    }

    BigDecimal points(BigDecimal paid) {
        return paid.multiply(new BigDecimal(rate)).setScale(decimals, rounding);
    }

    LoyaltyEngine engine() {
        return Compiled.engine(text());
    }

    String text() {
        String kind = "Kind.of( \"points\" ).decimals( " + decimals + " )"
                + (rounding == RoundingMode.HALF_UP ? ".roundedHalfUp()" : "") + ".pendingDays( " + pendingDays + " )"
                + life.words + "." + policy.words + "()";
        return """
                rule "Where and how"
                when
                    Program()
                then
                    insert( Zone.of( "%s" ) );
                    insert( %s );
                end

                rule "Points on what is paid"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( "%s", "points" ).times( $paid.amount() ) );
                end

                rule "20 points: 5 off"
                when
                    Purchase( text( "wish" ) == "5 off" )
                then
                    insert( Discount.amount( 5 ).costing( 20, "points" ) );
                end

                rule "30 points: a mug"
                when
                    Redemption( reward == "mug" )
                then
                    insert( FreeItem.gift( 1, "mug" ).costing( 30, "points" ) );
                end
                """.formatted(zone, kind, rate) + (offers ? OFFERS : "");
    }

    private static final String OFFERS = """

            rule "Fruit: 20 percent off"
            when
                Purchase( has( "fruit" ) )
            then
                insert( Discount.percent( 20 ).on( "fruit" ) );
            end

            rule "10 off from 30"
            when
                Purchase( total >= 30 )
            then
                insert( Discount.amount( 10 ) );
            end
            """;
}
