package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the next reward is, read from the rules and proved by deciding once more. */
class ProgressTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T07:15:00Z");

    private static final RuleSet SHOP = RuleSet.fromText("""
            rule "Status points count for the calendar year"
            when Program() then
                insert( Kind.of( "status points" ).atYearEnd() );
                insert( Tiers.of( "Green", "Gold", "Reserve" ) );
            end
            rule "One stamp for every coffee"
            when $coffee : PaidItem( category == "coffee" )
            then insert( Earn.of( 1, "stamps" ).forEach( $coffee ) ); end
            rule "7 stamps: the next coffee is free"
            when Purchase( has( "coffee" ) )
            then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase() ); end
            rule "Free delivery from 50"
            when Paid( amount >= 50 ) then insert( FreeShipping.of() ); end
            rule "10 percent off everything with TEN"
            when Purchase( text( "coupon" ) == "TEN" ) then insert( Discount.percent( 10 ) ); end
            rule "20 of wine: a corkscrew"
            when Purchase( amountOf( "wine" ) > 20 ) then insert( FreeItem.gift( 1, "corkscrew" ) ); end
            rule "Status points are the money"
            when $purchase : Paid() then insert( Earn.of( 1, "status points" ).times( $purchase.amount() ) ); end
            rule "500 status points: Gold"
            when Balance( kind == "status points", amount >= 500 ) then insert( Upgrade.to( "Gold" ) ); end
            rule "1000 status points: Reserve"
            when Balance( kind == "status points", amount >= 1000 ) then insert( Upgrade.to( "Reserve" ) ); end
            rule "25 stars: a shot of syrup"
            when Redemption( reward == "syrup" ) then insert( FreeItem.of( 1, "syrup" ).costing( 25, "stars" ) ); end
            rule "400 stars: a mug"
            when Redemption( reward == "mug" ) then insert( FreeItem.gift( 1, "mug" ).costing( 400, "stars" ) ); end
            rule "Buy 10 cones, get up to 3 more"
            when Purchase( has( "cones" ) ) then insert( FreeItem.of( 3, "cones" ).after( 10 ) ); end
            """);

    private static final LoyaltyEngine ENGINE = LoyaltyEngine.with(SHOP);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @Test
    void it_tells_what_is_missing_on_this_receipt_first_and_then_for_the_next_time() {
        Member ana = ana().holding(4, "stamps").holding(30, "stars").holding(160, "status points");

        assertThat(texts(ENGINE.decide(
                        ana, purchase().with(1, "latte", "coffee", "4.80").with(9, "vanilla", "cones", "3.00"))))
                .containsExactly(
                        "EUR 18.20 more to free delivery",
                        "EUR 20.01 more on wine to 1 corkscrew as a gift",
                        "2 more cones to 1 cones free",
                        "2 more stamps to 1 coffee free",
                        "370 more stars to 1 mug as a gift",
                        "309 more status points by 31 December 2026 to Gold");
    }

    @ParameterizedTest(name = "of {0} paid, {1} is missing")
    @CsvSource({"0.01, 49.99", "45.80, 4.20", "49.99, 0.01"})
    void money_is_missing_to_the_cent(String paid, String missing) {
        assertThat(to("Free delivery from 50", ENGINE.decide(ana(), purchase().with(1, "lamp", "home", paid)))
                        .missing())
                .isEqualByComparingTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"50.00", "80.00"})
    void what_is_reached_is_not_ahead(String paid) {
        assertThat(ENGINE.decide(ana(), purchase().with(1, "lamp", "home", paid))
                        .progress())
                .noneMatch(each -> each.offer().name().equals("Free delivery from 50"));
    }

    /** 45.80 less 10 percent is 41.22; 9.76 more make 55.56, less 5.56, and that is the 50.00. */
    @Test
    void a_discount_that_takes_its_part_of_what_is_added_is_counted_in() {
        Outcome outcome =
                ENGINE.decide(ana(), purchase().with(1, "lamp", "home", "45.80").with("coupon", "TEN"));

        Progress progress = to("Free delivery from 50", outcome);
        assertThat(progress.amount()).isEqualByComparingTo("41.22");
        assertThat(progress.missing()).isEqualByComparingTo("9.76");
        assertThat(ENGINE.decide(
                                ana(),
                                purchase()
                                        .with(1, "lamp", "home", "45.80")
                                        .with(1, "vase", "home", "9.75")
                                        .with("coupon", "TEN"))
                        .freeShipping())
                .isFalse();
    }

    @Test
    void of_a_ladder_the_next_tier_is_told_and_not_those_above_it() {
        assertThat(texts(ENGINE.decide(ana(), Activity.of("1", MORNING, "looked"))))
                .contains("500 more status points to Gold")
                .noneMatch(text -> text.endsWith("Reserve"));
        Member gold = ana().holding(620, "status points").inTier("Gold");
        assertThat(texts(ENGINE.decide(gold, Activity.of("1", MORNING, "looked"))))
                .contains("380 more status points to Reserve");
    }

    @Test
    void whoever_only_looks_is_told_too() {
        assertThat(texts(ENGINE.advance(ana().holding(24, "stars"), MORNING)))
                .contains("1 more star to 1 syrup free", "7 more stamps to 1 coffee free");
    }

    @Test
    void a_day_of_the_calendar_is_waited_for() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Vouchers are in cents" when Program() then insert( Kind.of( "vouchers" ).decimals( 2 ) ); end
                rule "Every quarter 150 points or more become vouchers"
                when
                    Day( dayOfMonth == 15, month in ( FEBRUARY, MAY, AUGUST, NOVEMBER ) )
                    Balance( kind == "points", amount >= 150 )
                then
                    insert( Convert.of( 50, "points" ).into( "0.50", "vouchers" ).repeatedly().atLeast( 150 ) );
                end
                """)) {
            Outcome outcome =
                    LoyaltyEngine.with(rules).decide(ana().holding(119, "points"), Activity.of("1", MORNING, "looked"));

            assertThat(texts(outcome)).containsExactly("31 more points by 14 February 2027 to 1.5 vouchers");
        }
    }

    @Test
    void of_two_ways_to_a_tier_each_is_told_that_is_enough_by_itself() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program() then insert( Tiers.of( "Member", "Regular" ) ); end
                rule "10 nights and 500 spent, or 25 nights: Regular"
                when
                    (
                        Balance( kind == "nights", amount >= 10 )
                        and Balance( kind == "spend", amount >= 500 )
                    )
                    or Balance( kind == "nights", amount >= 25 )
                then
                    insert( Upgrade.to( "Regular" ) );
                end
                """)) {
            LoyaltyEngine hotel = LoyaltyEngine.with(rules);
            Activity looked = Activity.of("1", MORNING, "looked");

            assertThat(texts(hotel.decide(ana().holding(12, "nights").holding(480, "spend"), looked)))
                    .containsExactly("13 more nights to Regular", "20 more spend to Regular");
            assertThat(texts(hotel.decide(ana().holding(9, "nights").holding(480, "spend"), looked)))
                    .containsExactly("16 more nights to Regular");
        }
    }

    @Test
    void what_cannot_be_given_even_so_is_not_promised() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Gold from 1000" when Program() then insert( Tiers.of( "Green", "Gold" ) ); end
                rule "Gold members: 40 points for the lounge"
                when Purchase( member.tier.isAtLeast( "Gold" ) )
                then insert( Benefit.of( "lounge" ).costing( 40, "points" ) ); end
                rule "Ended: from 30 a bag"
                when Purchase( total >= 30, date <= "2026-06-30" )
                then insert( FreeItem.gift( 1, "bag" ) ); end
                """)) {
            assertThat(LoyaltyEngine.with(rules)
                            .decide(ana(), purchase().with(1, "lamp", "home", "12.00"))
                            .progress())
                    .isEmpty();
        }
    }

    @Test
    void a_discount_is_told_by_what_the_offer_says_and_not_by_the_receipt_it_was_tried_on() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "5 off from 50"
                when Purchase( total >= 50 ) then insert( Discount.amount( 5 ) ); end
                rule "20 stamps: a tenth off tea"
                when Purchase( has( "tea" ) ) then insert( Discount.percent( 10 ).on( "tea" ).costing( 20, "stamps" ) ); end
                rule "1 coupon: a bag"
                when Purchase( total >= 1 ) then insert( FreeItem.gift( 1, "bag" ).costing( 1, "coupons" ) ); end
                """)) {
            assertThat(texts(LoyaltyEngine.with(rules).decide(ana(), purchase().with(1, "lamp", "home", "12.00"))))
                    .containsExactly("EUR 38.00 more to \"5 off from 50\"", "20 more stamps to 10 percent off tea");
        }
    }

    @Test
    void a_return_and_a_repeated_event_have_none() {
        Purchase bought = purchase().with(1, "lamp", "home", "12.00");
        Outcome first = ENGINE.decide(ana(), bought);

        assertThat(ENGINE.decide(first.memberAfter(), bought).progress()).isEmpty();
        assertThat(ENGINE.reverse(first.memberAfter(), first, Return.everything("back", MORNING))
                        .progress())
                .isEmpty();
    }

    @Test
    void it_can_be_asked_for_after_the_rules_were_closed_and_is_stored_with_the_outcome() throws IOException {
        RuleSet rules = RuleSet.fromText("""
                rule "Free delivery from 50" when Paid( amount >= 50 ) then insert( FreeShipping.of() ); end
                """);
        Outcome outcome = LoyaltyEngine.with(rules).decide(ana(), purchase().with(1, "lamp", "home", "12.00"));
        rules.close();

        assertThat(texts(outcome)).containsExactly("EUR 38.00 more to free delivery");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readValue(json.writeValueAsString(outcome), Outcome.class))
                .isEqualTo(outcome);
    }

    private static Member ana() {
        return Member.of("ana", MORNING);
    }

    private static Purchase purchase() {
        return Purchase.of("till-1", MORNING, "EUR");
    }

    private static Progress to(String offer, Outcome outcome) {
        return outcome.progress().stream()
                .filter(each -> each.offer().name().equals(offer))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Outcome outcome) {
        return outcome.progress().stream().map(Progress::text).toList();
    }
}
