package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The best of a group is what brings the member most once everything else is multiplied in. */
class BestOfWithFactorsTest {

    private static final String RULES = """
            rule "Bronze and Gold"
            when
                Program()
            then
                insert( Tiers.of( "Bronze", "Gold" ) );
            end

            rule "One point for every unit of money"
            when
                $goods : PaidItem()
            then
                insert( Earn.of( 1, "points" ).times( $goods.amount() ) );
            end

            rule "Drinks earn triple"
            when
                PaidItem( category == "drinks" )
            then
                insert( Multiply.by( 3, "points" ).bestOf( "offers" ) );
            end

            rule "15 points for each bread"
            when
                $bread : PaidItem( category == "bread" )
            then
                insert( Earn.of( 15, "points" ).forEach( $bread ).bestOf( "offers" ) );
            end

            rule "20 points extra"
            when
                Paid()
            then
                insert( Bonus.of( 20, "points" ).bestOf( "offers" ) );
            end

            rule "Gold earns half as much again: 1.5 points for 1"
            when
                Paid( member.tier.is( "Gold" ) )
            then
                insert( Multiply.by( "1.5", "points" ) );
            end
            """;

    private static final Member BRONZE = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
    private static final Purchase RECEIPT = Purchase.of("1", Instant.parse("2026-01-02T12:00:00Z"), "EUR");

    @Test
    void triplingDrinksBeatsAFlatBonusOnlyForThoseWhoEarnMoreOnThem() {
        Purchase drinks = RECEIPT.with(1, "wine", "drinks", "8.00");

        assertThat(decide(BRONZE, drinks).earned("points")).isEqualByComparingTo("28"); // 8 + 20; tripled 24
        assertThat(decide(BRONZE.inTier("Gold"), drinks).earned("points"))
                .isEqualByComparingTo("36"); // 8 x 1.5 x 3; with the bonus 12 + 20 = 32
    }

    @Test
    void earningFlatBeatsTheBonusOnlyForThoseForWhomItIsMultiplied() {
        Purchase bread = RECEIPT.with(1, "rye", "bread", "4.00");

        assertThat(decide(BRONZE, bread).earned("points")).isEqualByComparingTo("24"); // 4 + 20; with the bread 19
        assertThat(decide(BRONZE.inTier("Gold"), bread).earned("points"))
                .isEqualByComparingTo("28"); // (4 + 15) x 1.5; with the bonus 6 + 20 = 26
    }

    private static Outcome decide(Member member, Purchase purchase) {
        try (RuleSet rules = RuleSet.fromText(RULES)) {
            return LoyaltyEngine.with(rules).decide(member, purchase);
        }
    }
}
