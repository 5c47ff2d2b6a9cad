package org.regulars.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.regulars.RuleSet;
import org.regulars.examples.foodmart.PosterRecount.Card;
import org.regulars.examples.foodmart.data.FoodMart;

/** The replay of all baskets beside a recount from the poster, which knows nothing of the engine. */
class FoodMartReplayTest {

    private static Books books;
    private static Collection<Card> cards;

    @BeforeAll
    static void replayOnce() {
        FoodMart data = FoodMart.read();
        cards = new PosterRecount(data).cards();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (RuleSet rules = RuleSet.fromClasspath(FoodMartReplay.RULES);
                Progress progress =
                        new ProgressLines(nowhere, "baskets", data.baskets().size())) {
            books = Replay.run(data, rules, progress);
        }
    }

    @Test
    void everyBasketOfBothYearsIsDecided() {
        assertThat(books.shop().baskets()).isEqualTo(58_381);
        assertThat(books.shop().lines()).isEqualTo(269_720);
        assertThat(books.shop().sales()).isEqualByComparingTo("1764546.44");
        assertThat(books.shop().first()).isEqualTo("1997-01-01");
        assertThat(books.shop().last()).isEqualTo("1998-12-30");
        assertThat(books.members()).hasSize(8_842);
    }

    @Test
    void theReplayComesToTheseTotals() {
        assertThat(books.points()).isEqualByComparingTo("2371935");
        assertThat(books.held("points")).isEqualByComparingTo("2371935");
        assertThat(books.held("collected")).isEqualByComparingTo("1734691");
        assertThat(books.held("bakery stamps")).isEqualByComparingTo("19760");
        assertThat(books.freeItems()).isEqualTo(439);
        assertThat(books.freeValue()).isEqualByComparingTo("887.26");
        assertThat(books.membersPerTier())
                .containsExactly(entry("Bronze", 6_855), entry("Silver", 1_616), entry("Gold", 371));
    }

    @Test
    void theRecountComesToTheSameTotals() {
        assertThat(cards).hasSize(8_842);
        assertThat(sum(Card::points)).isEqualTo(2_371_935);
        assertThat(sum(Card::collected)).isEqualTo(1_734_691);
        assertThat(sum(Card::stamps)).isEqualTo(19_760);
        assertThat(sum(Card::freeItems)).isEqualTo(439);
        assertThat(sum(Card::freeCents)).isEqualTo(887_26);
        assertThat(cards.stream().map(Card::tier).filter("Bronze"::equals)).hasSize(6_855);
        assertThat(cards.stream().map(Card::tier).filter("Silver"::equals)).hasSize(1_616);
        assertThat(cards.stream().map(Card::tier).filter("Gold"::equals)).hasSize(371);
    }

    @Test
    void everySingleMemberHoldsWhatTheRecountSays() {
        assertThat(books.members().stream().map(FoodMartReplayTest::card)).containsExactlyElementsOf(cards);
    }

    @Test
    void whatTheRulesBroughtAndTheRoundingAreThePointsIssued() {
        BigDecimal brought = sum(books.rules(), RuleAccount::points);

        assertThat(brought.add(books.rounding())).isEqualByComparingTo(books.points());
        assertThat(sum(books.rules(), RuleAccount::off)).isEqualByComparingTo(books.freeValue());
    }

    @Test
    void whatWasGivenWasSpentOrIsStillHeld() {
        assertThat(books.turnovers()).containsOnlyKeys("points", "collected", "bakery stamps");
        books.turnovers()
                .forEach((kind, turnover) -> assertThat(turnover.given().subtract(turnover.spent()))
                        .as(kind)
                        .isEqualByComparingTo(books.held(kind)));
    }

    @Test
    void whatMembersPaidAndGotFreeIsWhatTheShopSold() {
        assertThat(sum(books.members(), MemberAccount::spent).add(books.freeValue()))
                .isEqualByComparingTo(books.shop().sales());
    }

    @Test
    void theTableOfRulesAddsUpAsPrinted() {
        List<String> table = table(Summary.of(books), "What each rule gave");
        String head = table.get(0);
        List<String> rules = table.subList(1, table.size() - 1);
        String total = table.get(table.size() - 1);

        for (String column : List.of("Points", "Off the bill", "Cost")) {
            BigDecimal sum = sum(rules, row -> cell(head, column, row));
            assertThat(cell(head, column, total)).as(column).isEqualByComparingTo(sum);
        }
    }

    @Test
    void theReadmeShowsWhatTheReplayPrints() throws IOException {
        String readme = Files.readString(Path.of("foodmart-replay", "README.md"));
        String summary = Summary.of(books);

        assertThat(readme.replace("\r\n", "\n")).contains(summary.substring(summary.indexOf("FoodMart with")));
    }

    /** What a member holds by the replay, in the words of the recount. */
    private static Card card(MemberAccount account) {
        return new Card(
                account.customer().id(),
                account.member().balance("points").longValueExact(),
                account.member().balance("collected").longValueExact(),
                account.member().balance("bakery stamps").longValueExact(),
                account.freeItems(),
                account.freeValue().movePointRight(2).longValueExact(),
                books.tier(account.member()));
    }

    private static long sum(ToLongFunction<Card> amount) {
        return cards.stream().mapToLong(amount).sum();
    }

    private static <T> BigDecimal sum(Collection<T> all, Function<T, BigDecimal> amount) {
        return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rows under a title, which an empty line follows. */
    private static List<String> table(String summary, String title) {
        return summary.lines()
                .dropWhile(line -> !line.equals(title))
                .skip(2)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    /** The number that ends where the column's name ends; none is nothing. */
    private static BigDecimal cell(String head, String column, String row) {
        int end = head.indexOf(column) + column.length();
        String upToEnd = row.substring(0, Math.min(end, row.length()));
        if (row.length() < end || upToEnd.endsWith(" ")) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(upToEnd.substring(upToEnd.lastIndexOf(' ') + 1).replace(",", ""));
    }
}
