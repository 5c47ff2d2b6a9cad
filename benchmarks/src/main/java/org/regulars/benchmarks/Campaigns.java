package org.regulars.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.regulars.benchmarks.Shop.Goods;

/**
 * A thousand rules: a point for every unit of money, and a campaign for each of 699 things and three for each
 * of 100 categories, all with a condition more. Three in four give extra points, one in four multiplies.
 */
final class Campaigns {

    private static final int ON_THINGS = 699;
    private static final int ON_EACH_CATEGORY = 3;
    private static final List<Condition> CONDITIONS = List.of(Condition.values());

    private Campaigns() {}

    /**
     * One of them.
     *
     * @param thing what it is for: the name of a thing or of a category
     * @param category whether that is a category
     * @param factor by how much it multiplies, or 0
     * @param bonus how many points extra it gives, or 0
     */
    record Campaign(String thing, boolean category, Condition condition, long factor, long bonus) {

        boolean isFor(Goods goods) {
            return thing.equals(category ? goods.category() : goods.name());
        }

        void give(Goods goods, Result result) {
            if (factor > 0) {
                result.multiply(goods, factor);
            } else {
                result.bonus(bonus);
            }
        }
    }

    static List<Campaign> all() {
        List<Campaign> campaigns = new ArrayList<>();
        for (int i = 0; i < ON_THINGS; i++) {
            // 7 and the number of things have no divisor in common, so none comes twice.
            campaigns.add(campaign(Catalogue.sku(7 * i % Catalogue.SKUS), false, i));
        }
        for (int i = 0; i < ON_EACH_CATEGORY * Catalogue.AISLES; i++) {
            campaigns.add(
                    campaign(Catalogue.aisle(i % Catalogue.AISLES), true, i % Catalogue.AISLES + i / Catalogue.AISLES));
        }
        return List.copyOf(campaigns);
    }

    private static Campaign campaign(String thing, boolean category, int number) {
        Condition condition = CONDITIONS.get(number % CONDITIONS.size());
        boolean multiplies = number % 4 == 3;
        return new Campaign(thing, category, condition, multiplies ? 2 : 0, multiplies ? 0 : 5 + number % 46);
    }

    /** The rules for Regulars. */
    static String rules() {
        StringBuilder text = new StringBuilder("""
                // Campaigns
                //
                // One point for every unit of money, and more on the goods of the week.

                rule "Green, Silver and Gold"
                when
                    Program()
                then
                    insert( Tiers.of( "Green", "Silver", "Gold" ) );
                end

                rule "One point for every unit of money"
                when
                    $goods : PaidItem()
                then
                    insert( Earn.of( 1, "points" ).times( $goods.amount() ) );
                end
                """);
        for (Campaign campaign : all()) {
            text.append(rule(campaign));
        }
        return text.toString();
    }

    private static String rule(Campaign campaign) {
        String condition = switch (campaign.condition) {
            case WEEKEND -> "purchase.weekend";
            case THREE_OR_MORE -> "quantity >= 3";
            case IN_THE_APP -> "purchase.text( \"channel\" ) == \"app\"";
            case SILVER_OR_GOLD -> "member.tier.isAtLeast( \"Silver\" )";
            case FROM_TEN -> "amount >= 10";
        };
        return """

                rule "%s"
                when
                    PaidItem( %s == "%s", %s )
                then
                    insert( %s );
                end
                """.formatted(
                        name(campaign),
                        campaign.category ? "category" : "name",
                        campaign.thing,
                        condition,
                        campaign.factor > 0
                                ? "Multiply.by( " + campaign.factor + ", \"points\" )"
                                : "Bonus.of( " + campaign.bonus + ", \"points\" )");
    }

    private static String name(Campaign campaign) {
        String when = switch (campaign.condition) {
            case WEEKEND -> "Weekend: %s";
            case THREE_OR_MORE -> "3 or more of %s";
            case IN_THE_APP -> "In the app: %s";
            case SILVER_OR_GOLD -> "For Silver and Gold: %s";
            case FROM_TEN -> "From 10: %s";
        };
        return when.formatted(campaign.thing)
                + (campaign.factor > 0 ? " earns double" : ", " + campaign.bonus + " points extra");
    }

    /** The same for plain Drools: the goods as one fact, the receipt and its holder as others. */
    static String naiveRules() {
        StringBuilder text = new StringBuilder("""
                package org.regulars.benchmarks;

                import org.regulars.benchmarks.Result;
                import org.regulars.benchmarks.Shop.Goods;
                import org.regulars.benchmarks.Shop.Holder;
                import org.regulars.benchmarks.Shop.Shopping;

                global Result result;

                rule "One point for every unit of money"
                when
                    $goods : Goods()
                then
                    result.earn( $goods );
                end
                """);
        for (Campaign campaign : all()) {
            text.append(naiveRule(campaign));
        }
        return text.toString();
    }

    private static String naiveRule(Campaign campaign) {
        String about = campaign.category ? "category" : "name";
        String goods = switch (campaign.condition) {
            case THREE_OR_MORE -> ", units >= 3";
            case FROM_TEN -> ", amount >= 10";
            default -> "";
        };
        String others = switch (campaign.condition) {
            case WEEKEND -> "Shopping( weekend )";
            case IN_THE_APP -> "Shopping( channel == \"app\" )";
            case SILVER_OR_GOLD -> "Holder( tier in ( \"Silver\", \"Gold\" ) )";
            default -> "";
        };
        return """

                rule "%s"
                when
                    $goods : Goods( %s == "%s"%s )
                    %s
                then
                    %s;
                end
                """.formatted(
                        name(campaign),
                        about,
                        campaign.thing,
                        goods,
                        others,
                        campaign.factor > 0
                                ? "result.multiply( $goods, " + campaign.factor + " )"
                                : "result.bonus( " + campaign.bonus + " )");
    }
}
