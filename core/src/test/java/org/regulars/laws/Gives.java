package org.regulars.laws;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a generated rule inserts, as it is written and as it is meant. */
sealed interface Gives {

    String drl();

    default @Nullable Price price() {
        return null;
    }

    default @Nullable String group() {
        return null;
    }

    /** How long it lives if not as long as its kind or ladder says. */
    default @Nullable Life life() {
        return null;
    }

    /** The kind of which something comes of it that has a life; empty for none. */
    default String comes() {
        return "";
    }

    /** Whether it can only be taken off a bill. */
    default boolean needsBill() {
        return false;
    }

    /** What a reward costs. */
    record Price(long amount, String kind, boolean withThisPurchase) {

        String drl() {
            return ".costing( " + amount + ", \"" + kind + "\" )" + (withThisPurchase ? ".withThisPurchase()" : "");
        }
    }

    /**
     * So much of a kind.
     *
     * @param of what the rate is applied to as the rule writes it, empty for the bare rate
     * @param step of what size whole steps count, or empty where parts count too
     */
    record Earn(
            String kind,
            String rate,
            String of,
            Function<Scene, BigDecimal> basis,
            String step,
            @Nullable String group,
            @Nullable Life life)
            implements Gives {

        BigDecimal exact(Scene scene) {
            BigDecimal each = new BigDecimal(rate);
            if (of.isEmpty()) {
                return each;
            }
            BigDecimal amount = basis.apply(scene);
            return each.multiply(step.isEmpty() ? amount : amount.divideToIntegralValue(new BigDecimal(step)));
        }

        @Override
        public String comes() {
            return kind;
        }

        @Override
        public String drl() {
            String applied = of.isEmpty()
                    ? ""
                    : step.isEmpty()
                            ? of.equals("$it") ? ".forEach( $it )" : ".times( " + of + " )"
                            : ".forEvery( " + number(step) + ", " + of + " )";
            return "Earn.of( " + number(rate) + ", \"" + kind + "\" )" + applied + best(group) + own(life);
        }
    }

    /** A factor. */
    record Multiply(String kind, String factor, @Nullable String group) implements Gives {

        @Override
        public String drl() {
            return "Multiply.by( " + number(factor) + ", \"" + kind + "\" )" + best(group);
        }
    }

    /** A flat extra. */
    record Bonus(
            String kind,
            String amount,
            @Nullable String group,
            @Nullable Life life) implements Gives {

        @Override
        public String comes() {
            return kind;
        }

        @Override
        public String drl() {
            return "Bonus.of( " + number(amount) + ", \"" + kind + "\" )" + best(group) + own(life);
        }
    }

    /** At most so much. */
    record Limit(String kind, String amount, Per per, boolean onOffer) implements Gives {

        /** How often so much can be earned, the shortest time first. */
        enum Per {
            AWARD(".perAward()"),
            PURCHASE(""),
            DAY(".perDay()"),
            WEEK(".perWeek()"),
            MONTH(".perMonth()"),
            YEAR(".perYear()"),
            MEMBERSHIP_YEAR(".perMembershipYear()");

            final String word;

            Per(String word) {
                this.word = word;
            }
        }

        @Override
        public String drl() {
            return "Limit.of( " + number(amount) + ", \"" + kind + "\" )" + per.word
                    + (onOffer ? ".onThisOffer()" : "");
        }
    }

    /** Money off; empty texts for what is not said, no units for all. */
    record Discount(
            String percent,
            String amount,
            String on,
            int units,
            String upTo,
            @Nullable Price price,
            @Nullable String group)
            implements Gives {

        @Override
        public boolean needsBill() {
            return true;
        }

        @Override
        public String drl() {
            return "Discount."
                    + (percent.isEmpty() ? "amount( " + number(amount) : "percent( " + number(percent)) + " )"
                    + (on.isEmpty() ? "" : ".on( " + (units == 0 ? "" : units + ", ") + "\"" + on + "\" )")
                    + (upTo.isEmpty() ? "" : ".upTo( \"" + upTo + "\" )")
                    + (price == null ? "" : price.drl())
                    + best(group);
        }
    }

    /** A kind used as money; empty texts and zeros for what is not said. */
    record PayWith(String worth, String kind, int atLeast, int step, int atMost, boolean wanted, String on, int percent)
            implements Gives {

        @Override
        public boolean needsBill() {
            return true;
        }

        @Override
        public String drl() {
            return "PayWith.each( \"" + worth + "\", \"" + kind + "\" )"
                    + (atLeast == 0 ? "" : ".atLeast( " + atLeast + " )")
                    + (step == 0 ? "" : ".inStepsOf( " + step + " )")
                    + (atMost == 0 ? "" : ".atMost( " + atMost + " )")
                    + (wanted ? ".wanted( $it.amount() )" : "")
                    + (on.isEmpty() ? "" : ".on( \"" + on + "\" )")
                    + (percent == 0 ? "" : ".upToPercent( " + percent + " )");
        }
    }

    /** More can be spent than is held. */
    record Overdraft(String kind, int amount, int percent, int upTo) implements Gives {

        @Override
        public String drl() {
            return "Overdraft."
                    + (percent == 0 ? "of( " + amount : "percent( " + percent) + ", \"" + kind + "\" )"
                    + (upTo == 0 ? "" : ".upTo( " + upTo + " )");
        }
    }

    /** Something free: of this basket, at a next visit, or as a gift. */
    record Free(
            long quantity,
            String what,
            String upTo,
            boolean gift,
            long after,
            boolean repeatedly,
            @Nullable Price price,
            @Nullable String group,
            @Nullable Life life)
            implements Gives {

        boolean paysItself() {
            return !gift && price != null && price.withThisPurchase();
        }

        @Override
        public boolean needsBill() {
            return after > 0;
        }

        @Override
        public String comes() {
            return "free " + what;
        }

        @Override
        public String drl() {
            return "FreeItem." + (gift ? "gift" : "of") + "( " + quantity + ", \"" + what + "\" )"
                    + (upTo.isEmpty() ? "" : ".upTo( \"" + upTo + "\" )")
                    + (price == null ? "" : price.drl())
                    + (after == 0 ? "" : ".after( " + after + " )")
                    + (repeatedly ? ".repeatedly()" : "")
                    + best(group)
                    + own(life);
        }
    }

    /** Free delivery. */
    record Shipping(@Nullable Price price) implements Gives {

        @Override
        public boolean needsBill() {
            return true;
        }

        @Override
        public String drl() {
            return "FreeShipping.of()" + (price == null ? "" : price.drl());
        }
    }

    /** What is not money. */
    record Benefit(String what, @Nullable Price price) implements Gives {

        @Override
        public String drl() {
            return "Benefit.of( \"" + what + "\" )" + (price == null ? "" : price.drl());
        }
    }

    /** A tier. */
    record Upgrade(
            String tier, @Nullable Price price, @Nullable Life life) implements Gives {

        @Override
        public String drl() {
            return "Upgrade.to( \"" + tier + "\" )" + (price == null ? "" : price.drl())
                    + (life == null ? "" : life.drlOfUpgrade());
        }
    }

    /** So much of one kind, the price, for so much of another; zeros for what is not said. */
    record Convert(
            Price price,
            String amount,
            String kind,
            boolean repeatedly,
            int atLeast,
            int atMost,
            @Nullable Life life) implements Gives {

        @Override
        public String comes() {
            return kind;
        }

        @Override
        public String drl() {
            return "Convert.of( " + price.amount() + ", \"" + price.kind() + "\" ).into( " + number(amount) + ", \""
                    + kind + "\" )" + (repeatedly ? ".repeatedly()" : "")
                    + (atLeast == 0 ? "" : ".atLeast( " + atLeast + " )")
                    + (atMost == 0 ? "" : ".atMost( " + atMost + " )")
                    + own(life);
        }
    }

    /**
     * A longer life for all of a kind.
     *
     * @param how how much longer, as the rule says it
     */
    record Extend(String kind, String how) implements Gives {

        @Override
        public String drl() {
            return "Extend.of( \"" + kind + "\" )" + how;
        }
    }

    /** What is lost: so much of a kind, all of it where the amount is empty, or a tier. */
    record Forfeit(String amount, String kind, String tier) implements Gives {

        @Override
        public String drl() {
            return "Forfeit."
                    + (!tier.isEmpty()
                            ? "tier( \"" + tier
                            : amount.isEmpty() ? "all( \"" + kind : "of( " + amount + ", \"" + kind)
                    + "\" )";
        }
    }

    /** Whole numbers as they are, others as text. */
    private static String number(String number) {
        return number.contains(".") ? '"' + number + '"' : number;
    }

    private static String best(@Nullable String group) {
        return group == null ? "" : ".bestOf( \"" + group + "\" )";
    }

    private static String own(@Nullable Life life) {
        return life == null ? "" : life.drlOfAward();
    }
}
