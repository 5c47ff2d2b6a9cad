package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.decisions.Discount;
import org.regulars.decisions.Earn;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.Multiply;

/** What cannot be is refused with an error that helps, and the member stays as they were. */
class BadInputTest {

    // The guard would refuse some of these rules before they go wrong.
    private static final RuleSet RULES = RuleSet.loader().trusted().fromText("""
            rule "From Green to Gold" when Program() then insert( Tiers.of( "Green", "Gold" ) ); end
            rule "A point for each unit of money"
            when
                $goods : PaidItem()
            then
                insert( Earn.of( 1, "points" ).times( $goods.amount() ) );
            end
            rule "Bombs go off" when Item( name == "bomb", 1 / ( line - line ) == 0 ) then insert( Benefit.of( "x" ) ); end
            rule "Throws after earning"
            when
                Paid( purchase.has( "grenade" ) )
            then
                insert( Bonus.of( 1000, "points" ) );
                throw new IllegalStateException( "boom" );
            end
            rule "Goes round for ever" when $item : Item( name == "carousel" ) then update( $item ); end
            rule "Gives an unknown tier" when Item( name == "crown" ) then insert( Upgrade.to( "Platinum" ) ); end
            rule "Takes points away" when PaidItem( name == "hole" ) then insert( Earn.of( -5, "points" ) ); end
            rule "Gives more than there are" when PaidItem( name == "mint" ) then insert( Earn.of( "1e18", "points" ) ); end
            rule "Gives no decision" when PaidItem( name == "stone" ) then insert( "a stone" ); end
            rule "Asks for a number" when Item( number( "fare" ) > 3 ) then insert( Benefit.of( "x" ) ); end
            rule "Half a cent off" when Item( name == "sliver" ) then insert( Discount.amount( "0.005" ) ); end
            """);
    private static final LoyaltyEngine ENGINE = LoyaltyEngine.with(RULES);
    private static final Instant JOINED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T07:15:00Z");
    private static final Member ANA =
            Member.of("ana", JOINED).holding(7, "points").inTier("Gold");

    @AfterAll
    static void close() {
        RULES.close();
    }

    static Stream<Arguments> badPurchases() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR");
        Line latte = Line.of(1, "latte", "coffee", "4.80");
        BigDecimal one = BigDecimal.ONE;
        return Stream.of(
                arguments(
                        "two currencies",
                        purchase.with(latte.in("USD")),
                        "Line 1 (latte) is in USD, the purchase in EUR"),
                arguments(
                        "a currency nobody knows",
                        Purchase.of("p-1", NOW, "EURO").with(latte),
                        "no currency 'EURO'"),
                arguments(
                        "a price below zero",
                        purchase.with(1, "latte", "coffee", "-4.80"),
                        "amount is below zero: -4.8"),
                arguments(
                        "a quantity below zero",
                        purchase.with(-1, "latte", "coffee", "4.80"),
                        "quantity is below zero: -1"),
                arguments("no quantity", purchase.with(0, "latte", "coffee", "4.80"), "has quantity 0"),
                arguments("shipping below zero", purchase.with(latte).shipping("-1"), "shipping is below zero"),
                arguments("half a cent", purchase.with(1, "latte", "coffee", "4.805"), "is 4.805, finer than EUR goes"),
                arguments("half a yen", Purchase.of("p-1", NOW, "JPY").with(latte), "finer than JPY goes (0 decimals)"),
                arguments(
                        "a monstrous amount",
                        purchase.with(Line.totalling(one, "latte", "coffee", new BigDecimal("1e1000000000"))),
                        "more than 18 digits"),
                arguments(
                        "a line number twice",
                        purchase.with(latte.numbered(1)).with(latte.numbered(1)),
                        "a line's number is"),
                arguments("a line number below one", purchase.with(latte.numbered(-1)), "a line's number is"),
                arguments("no id", Purchase.of(" ", NOW, "EUR").with(latte), "It has no id"),
                arguments(
                        "before the member joined",
                        Purchase.of("p-1", JOINED.minusSeconds(1), "EUR").with(latte),
                        "before the member joined at 2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badPurchases")
    void a_purchase_that_cannot_be_is_refused(String what, Purchase purchase, String says) {
        EventRefusedException refused = refusal(ANA, purchase);

        assertThat(refused).hasMessageContaining(says).hasMessageContaining("Maybe");
        assertThat(refused).hasMessageStartingWith("Purchase '" + purchase.id() + "' of member 'ana' is refused: ");
        assertThat(refused.event()).isEqualTo(purchase.id());
        assertThat(refused.offer()).isNull();
    }

    static Stream<Arguments> rulesThatFail() {
        return Stream.of(
                arguments("bomb", "Bombs go off", "failed: "),
                arguments("grenade", "Throws after earning", "failed: java.lang.IllegalStateException: boom"),
                arguments("carousel", "Goes round for ever", "Maybe"),
                arguments(
                        "crown",
                        "Gives an unknown tier",
                        "'Platinum', which is on no ladder. Maybe one of Green, Gold?"),
                arguments("hole", "Takes points away", "-5 points, which is below zero"),
                arguments("mint", "Gives more than there are", "more than 18 digits"),
                arguments("stone", "Gives no decision", "inserts String, and rules insert only decisions"),
                arguments("sliver", "Half a cent off", "0.005 in money"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rulesThatFail")
    void a_rule_that_fails_is_named_and_leaves_no_trace(String item, String rule, String says) {
        Purchase good = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");
        Outcome before = ENGINE.decide(ANA, good);

        EventRefusedException refused = refusal(ANA, good.with(1, item, "things", "1.00"));

        assertThat(refused).hasMessageContaining('"' + rule + "\" (rules.drl:").hasMessageContaining(says);
        assertThat(refused.offer()).isNotNull().extracting(Offer::name).isEqualTo(rule);
        assertThat(ENGINE.decide(ANA, good)).isEqualTo(before);
    }

    @Test
    void an_attribute_that_is_not_what_a_rule_asks_for_is_told_with_its_text() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR")
                .with(Line.of(1, "flight", "travel", "99.00").with("fare", "flex"));

        assertThat(refusal(ANA, purchase))
                .hasMessageContaining("Asks for a number")
                .hasMessageContaining("'fare' is 'flex', not a number. Maybe text( \"fare\" )");
    }

    @Test
    void a_balance_that_no_one_could_count_is_refused() {
        Member rich = ANA.holding(new BigDecimal("999999999999999999"), "points");
        Purchase purchase = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");

        assertThat(refusal(rich, purchase)).hasMessageContaining("1000000000000000010 points, more than 18 digits");
    }

    @Test
    void a_member_with_a_tier_nobody_knows_is_refused() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");

        assertThat(refusal(Member.of("ana", JOINED).inTier("Gld"), purchase))
                .hasMessageContaining("the tier 'Gld', which is on no ladder. Maybe one of Green, Gold?");
    }

    @Test
    void the_same_purchase_again_grants_nothing_and_says_so() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");
        Outcome first = ENGINE.decide(ANA, purchase);
        Outcome again = ENGINE.decide(first.memberAfter(), purchase);

        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.granted()).isEmpty();
        assertThat(again.memberAfter()).isEqualTo(first.memberAfter());
        assertThat(again.explain()).contains("decided before");
    }

    @Test
    void the_same_id_with_other_content_is_refused() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");
        Member after = ENGINE.decide(ANA, purchase).memberAfter();

        assertThat(refusal(after, purchase.with(1, "bagel", "food", "2.00")))
                .hasMessageContaining("decided before, with other content");
        assertThat(refusal(after, Activity.of("p-1", NOW, "joined"))).hasMessageContaining("with other content");
    }

    @Test
    void the_same_amounts_written_otherwise_are_the_same_purchase() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");
        Purchase same = new Purchase(
                "p-1",
                "2026-11-23T08:15:00+01:00",
                "EUR",
                List.of(Line.of(1, "latte", "coffee", "4.800").numbered(1)),
                new BigDecimal("0.00"),
                List.of(),
                Map.of());

        assertThat(same).isEqualTo(purchase);
    }

    @Test
    void a_late_purchase_is_decided_and_the_members_clock_stays() {
        Purchase today = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");
        Purchase yesterday = Purchase.of("p-0", NOW.minusSeconds(86_400), "EUR").with(1, "latte", "coffee", "4.80");

        Member after = ENGINE.decide(ENGINE.decide(ANA, today).memberAfter(), yesterday)
                .memberAfter();

        assertThat(after.asOf()).isEqualTo(NOW.toString());
        assertThat(after.balance("points")).isEqualByComparingTo("15");
    }

    @Test
    void a_repeated_purchase_names_no_price_that_a_till_could_charge_again() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");
        Outcome again = ENGINE.decide(ENGINE.decide(ANA, purchase).memberAfter(), purchase);

        assertThatIllegalStateException().isThrownBy(again::toPay).withMessageContaining("'p-1' was decided before");
        assertThatIllegalStateException().isThrownBy(again::discount);
    }

    @Test
    void two_tiers_on_one_ladder_and_a_time_in_no_calendar_are_refused() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");

        assertThat(refusal(ANA.inTier("Green"), purchase)).hasMessageContaining("two tiers on one ladder");
        assertThat(refusal(ANA, Purchase.of("p-1", Instant.MAX, "EUR"))).hasMessageContaining("in no shop's calendar");
    }

    @Test
    void lots_brought_over_have_ids_of_their_own() {
        Member two = Member.of("bo", JOINED).holding(1, "a").holding(1, "b");
        Member one = new Member(
                two.id(),
                two.joined(),
                two.asOf(),
                two.lastActive(),
                Map.of(),
                List.of(two.lots().get(1)),
                List.of(),
                List.of(),
                two.lapsed(),
                two.counted(),
                two.returned());

        assertThat(one.holding(1, "c").lots()).extracting(Lot::id).doesNotHaveDuplicates();
    }

    @Test
    void decisions_that_contradict_themselves_are_refused_where_they_are_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreeItem.of(1, "tea").upTo("-5"));
        assertThatIllegalArgumentException().isThrownBy(() -> FreeItem.of(0, "tea"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreeItem.of(1, "tea").repeatedly());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreeItem.of(1, "tea").withThisPurchase());
        assertThatIllegalArgumentException().isThrownBy(() -> Discount.percent(101));
        assertThatIllegalArgumentException().isThrownBy(() -> Discount.amount(1).upTo("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discount.amount(1).costing(1, "a").costing(2, "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Earn.of(1, "points").times(BigDecimal.TEN).times(BigDecimal.TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> Multiply.by(-1, "points"));
    }

    @Test
    void a_receipt_of_thousands_of_lines_is_no_endless_loop() {
        Purchase purchase = Purchase.of("p-1", NOW, "EUR");
        List<Line> lines = IntStream.rangeClosed(1, 3_000)
                .mapToObj(line -> Line.of(1, "pen", "pens", "1.00").numbered(line))
                .toList();
        Purchase huge =
                new Purchase(purchase.id(), purchase.at(), "EUR", lines, BigDecimal.ZERO, purchase.wishes(), Map.of());

        assertThat(ENGINE.decide(ANA, huge).earned("points")).isEqualByComparingTo("3000");
    }

    private static EventRefusedException refusal(Member member, Event event) {
        Member copy = new Member(
                member.id(),
                member.joined(),
                member.asOf(),
                member.lastActive(),
                member.attributes(),
                member.lots(),
                member.statuses(),
                member.recent(),
                member.lapsed(),
                member.counted(),
                member.returned());
        EventRefusedException refused =
                catchThrowableOfType(EventRefusedException.class, () -> ENGINE.decide(member, event));
        assertThat(member).isEqualTo(copy);
        return refused;
    }
}
