package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application stores goes through any JSON mapper as it is, and comes back equal. */
class JsonTest {

    private static final Path STORED = Path.of("src", "test", "resources", "stored");

    /** A JSON mapper as it comes, without modules or settings. */
    private interface Mapper {
        String write(Object value);

        <T> T read(String json, Class<T> type);
    }

    private record Jackson2(com.fasterxml.jackson.databind.ObjectMapper mapper) implements Mapper {
        @Override
        public String write(Object value) {
            try {
                return mapper.writeValueAsString(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            try {
                return mapper.readValue(json, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Jackson3(tools.jackson.databind.ObjectMapper mapper) implements Mapper {
        @Override
        public String write(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            return mapper.readValue(json, type);
        }
    }

    static Stream<Mapper> mappers() {
        return Stream.of(
                new Jackson2(new com.fasterxml.jackson.databind.ObjectMapper()),
                new Jackson3(new tools.jackson.databind.ObjectMapper()));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void outcomes_members_and_events_come_back_equal(Mapper mapper) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Ladder" when Program() then insert( Tiers.of( "Green", "Gold" ) ); end
                rule "Points" when Program() then insert( Kind.of( "points" ).decimals( 3 ) ); end
                rule "A third, at most 3 in a month" when $goods : PaidItem() then
                    insert( Earn.of( "0.333", "points" ).times( $goods.amount() ) );
                    insert( Limit.of( 3, "points" ).perMonth().onThisOffer() );
                end
                rule "At most 2 a year" when Paid() then insert( Limit.of( 2, "points" ).perYear() ); end
                rule "Tenth" when Purchase() then insert( Discount.percent( 10 ) ); end
                rule "One free" when Purchase() then insert( FreeItem.of( 1, "pen" ).costing( 2, "stamps" ) ); end
                rule "Next time" when Balance( kind == "stamps", amount >= 1 )
                then insert( FreeItem.of( 1, "pen" ).upTo( "1.50" ).costing( 1, "stamps" ) ); end
                rule "Gold" when Paid() then insert( Upgrade.to( "Gold" ) ); end
                rule "Too dear" when Paid() then insert( Benefit.of( "yacht" ).costing( 1000000, "points" ) ); end
                """)) {
            Outcome outcome = given(rules)
                    .having("birthday", LocalDate.of(1990, 2, 28).toString())
                    .holding(3, "stamps")
                    .holding("0.250", "points")
                    .by("channel", "app")
                    .buys(Line.of(2, "pen", "pens", "1.10").with("colour", "blue"), Line.of(1, "ink", "pens", "10.00"))
                    .outcome();
            Activity activity = Activity.of("a-1", Instant.parse("2026-11-23T07:15:00.123456789Z"), "joined");
            Outcome answered = given(rules).decide(activity).outcome();

            assertThat(outcome.limits()).hasSize(2);
            assertThat(outcome.memberAfter().counted()).hasSize(2);
            assertThat(mapper.read(mapper.write(outcome), Outcome.class)).isEqualTo(outcome);
            assertThat(mapper.read(mapper.write(outcome), Outcome.class).explain())
                    .isEqualTo(outcome.explain());
            assertThat(mapper.read(mapper.write(answered), Outcome.class)).isEqualTo(answered);
            assertThat(mapper.read(mapper.write(outcome.memberAfter()), Member.class))
                    .isEqualTo(outcome.memberAfter());
            assertThat(mapper.read(mapper.write(outcome.purchase()), Purchase.class))
                    .isEqualTo(outcome.purchase());
            assertThat(mapper.read(mapper.write(activity), Activity.class)).isEqualTo(activity);
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void the_whole_life_of_a_point_comes_back_equal(Mapper mapper) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 30 ) ); end
                rule "Ladder" when Program() then insert( Tiers.of( "Green", "Gold" ).lastsDays( 10 ) ); end
                rule "Points a coin" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Gold" when Paid() then insert( Upgrade.to( "Gold" ) ); end
                rule "A mug" when Redemption( reward == "mug" )
                then insert( FreeItem.gift( 1, "mug" ).costing( 20, "points" ) ); end
                """)) {
            var bought = given(rules)
                    .asking(2, "pen")
                    .buys(Line.of(1, "book", "books", "25.50"), Line.of(1, "ink", "pens", "4.00"));
            var mug = bought.then().redeems("mug");
            var owing = mug.then().corrects(-50, "points", "counted twice");
            var back = owing.then().returns(bought.outcome(), Return.line(2, "0.5"), Return.money(1, "2.50"));
            var waited = bought.then().waitsUntil("2026-03-01");

            for (var each : List.of(bought, mug, owing, back, waited)) {
                Outcome outcome = each.outcome();
                Outcome read = mapper.read(mapper.write(outcome), Outcome.class);
                assertThat(read).isEqualTo(outcome);
                assertThat(read.explain()).isEqualTo(outcome.explain());
                assertThat(mapper.read(mapper.write(outcome.memberAfter()), Member.class))
                        .isEqualTo(outcome.memberAfter());
                assertThat(mapper.read(
                                mapper.write(outcome.event()), outcome.event().getClass()))
                        .isEqualTo(outcome.event());
            }
            assertThat(waited.outcome().due()).isNotEmpty();
            assertThat(back.outcome().reversal()).isNotNull();
            Limited limited = new Limited(
                    bought.outcome().granted().get(0).offer(),
                    "points",
                    "",
                    org.regulars.decisions.Limit.Per.YEAR,
                    "2026-01-01",
                    BigDecimal.TEN,
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    new BigDecimal("8.5"));
            assertThat(mapper.read(mapper.write(limited), Limited.class)).isEqualTo(limited);
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void a_member_of_version_0_1_0_can_be_read_with_every_part(Mapper mapper) throws IOException {
        Member stored = mapper.read(Files.readString(STORED.resolve("member-0.1.0.json")), Member.class);

        assertThat(stored.lastActive()).isEqualTo("2026-11-23T07:15:00Z");
        assertThat(stored.balance("points")).isEqualByComparingTo("-50");
        assertThat(stored.pending("points")).isEqualByComparingTo("12.34");
        assertThat(stored.balance("free coffee")).isEqualByComparingTo("1");
        assertThat(stored.lots())
                .extracting(Lot::claim)
                .containsExactly(null, null, new Lot.Claim("coffee", new BigDecimal("4.5"), "7 stamps"));
        assertThat(stored.statuses())
                .containsExactly(new Member.Status("Gold", "2026-03-01T10:00:00Z", "2027-12-31", "500 points: Gold"));
        assertThat(stored.recent()).containsExactly(new Member.Decided("till-1", "0123456789abcdef"));
        assertThat(stored.lapsed())
                .containsExactly(new Lot(
                        "till-0/points",
                        "points",
                        new BigDecimal(3),
                        "2025-11-01T09:00:00Z",
                        "2025-11-01T09:00:00Z",
                        "2026-11-02T00:00:00Z",
                        null));
        assertThat(stored.counted()).hasSize(1);
        assertThat(stored.counted().get(0).from()).isEqualTo("2026-01-01");
        assertThat(stored.returned())
                .containsExactly(new Member.Returned(
                        "till-0",
                        List.of(Return.line(2), Return.line(1, "0.5"), Return.money(1, "2.50")),
                        new BigDecimal("9.25")));
        assertThat(mapper.read(mapper.write(stored), Member.class)).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void a_member_stored_before_points_had_a_life_can_still_be_read(Mapper mapper) throws IOException {
        Member stored = mapper.read(Files.readString(STORED.resolve("member-before-0.1.0.json")), Member.class);

        assertThat(stored.id()).isEqualTo("ana");
        assertThat(stored.balance("points")).isEqualByComparingTo("12.34");
        assertThat(stored.balance("free coffee")).isEqualByComparingTo("1");
        assertThat(stored.lots())
                .extracting(Lot::claim)
                .containsExactly(null, new Lot.Claim("coffee", null, "7 stamps"));
        assertThat(stored.statuses()).containsExactly(new Member.Status("Gold", "2026-03-01T10:00:00Z", null, ""));
        assertThat(stored.attributes()).containsEntry("birthday", "1990-05-17");
        assertThat(stored.recent()).containsExactly(new Member.Decided("till-1", "0123456789abcdef"));
    }

    @Test
    void parts_an_earlier_version_did_not_have_are_taken_as_empty() {
        Member member = new Jackson2(new com.fasterxml.jackson.databind.ObjectMapper())
                .read("{\"id\":\"ana\",\"joined\":\"2026-01-01T00:00:00Z\"}", Member.class);

        assertThat(member).isEqualTo(Member.of("ana", Instant.parse("2026-01-01T00:00:00Z")));
    }
}
