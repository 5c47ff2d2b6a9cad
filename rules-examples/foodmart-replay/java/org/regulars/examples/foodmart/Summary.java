package org.regulars.examples.foodmart;

import static org.regulars.examples.foodmart.Figures.count;
import static org.regulars.examples.foodmart.Figures.money;
import static org.regulars.examples.foodmart.Figures.percent;
import static org.regulars.examples.foodmart.Figures.whole;

import java.math.BigDecimal;
import org.regulars.Outcome;

/** The books in plain text, as a shopkeeper wants to read them. */
final class Summary {

    private static final int MOST_REWARDED = 5;

    private final Books books;
    private final StringBuilder text = new StringBuilder();

    private Summary(Books books) {
        this.books = books;
    }

    /** The summary, its lines ended by newlines. */
    static String of(Books books) {
        Summary summary = new Summary(books);
        summary.sample();
        summary.shop();
        summary.given();
        summary.tiers();
        summary.rules();
        summary.card();
        summary.members();
        return summary.text.toString();
    }

    private void shop() {
        ShopAccount shop = books.shop();
        section("FoodMart with the supermarket card, " + shop.first() + " to " + shop.last());
        text.append(new TextTable(1)
                .row("Baskets", count(shop.baskets()))
                .row("Receipt lines", count(shop.lines()))
                .row("Members", count(books.members().size()))
                .row("Sales, " + Receipts.CURRENCY, money(shop.sales()))
                .text());
    }

    private void given() {
        BigDecimal cost = books.points().multiply(books.pointCost());
        BigDecimal together = cost.add(books.freeValue());
        BigDecimal sales = books.shop().sales();
        section("What the card gave away");
        text.append(new TextTable(1)
                .row("", "", Receipts.CURRENCY, "of sales")
                .row(
                        "Points, at " + money(books.pointCost()) + " each",
                        whole(books.points()),
                        money(cost),
                        percent(cost, sales))
                .row(
                        "Free items, at their price",
                        count(books.freeItems()),
                        money(books.freeValue()),
                        percent(books.freeValue(), sales))
                .row("Together", "", money(together), percent(together, sales))
                .text());
    }

    private void tiers() {
        BigDecimal all = BigDecimal.valueOf(books.members().size());
        TextTable table = new TextTable(1);
        books.membersPerTier()
                .forEach((tier, members) -> table.row(tier, count(members), percent(BigDecimal.valueOf(members), all)));
        section("Members per tier at the end");
        text.append(table.text());
    }

    /** Points are shown whole; what that leaves out joins the rounding, so that every column adds up as printed. */
    private void rules() {
        TextTable table = new TextTable(1).row("Rule", "Purchases", "Points", "Off the bill", "Cost");
        BigDecimal shown = BigDecimal.ZERO;
        for (RuleAccount rule : books.rules()) {
            BigDecimal points = Figures.toWhole(rule.points());
            shown = shown.add(points);
            table.row(
                    rule.rule(),
                    count(rule.purchases()),
                    points.signum() == 0 ? "" : whole(points),
                    rule.off().signum() == 0 ? "" : money(rule.off()),
                    cost(points, rule.off()));
        }
        BigDecimal rounding = books.points().subtract(shown);
        table.row("Points rounded down", "", whole(rounding), "", cost(rounding, BigDecimal.ZERO));
        table.row(
                "Total", "", whole(books.points()), money(books.freeValue()), cost(books.points(), books.freeValue()));
        section("What each rule gave");
        text.append(table.text());
        text.append("\n  A rule that multiplies is credited with what it adds to what the rules above it gave.\n");
    }

    private void card() {
        TextTable table = new TextTable(1).row("", "Given", "Spent", "Held at the end");
        books.turnovers()
                .forEach((kind, turnover) -> table.row(
                        Figures.capitalised(kind),
                        whole(turnover.given()),
                        whole(turnover.spent()),
                        whole(books.held(kind))));
        section("What is on the cards");
        text.append(table.text());
    }

    private void members() {
        TextTable table =
                new TextTable(3).row("Member", "Number", "Tier", "Visits", "Spent", "Points", "Free items", "Worth");
        for (MemberAccount account : books.mostRewarded(MOST_REWARDED)) {
            table.row(
                    account.customer().fullName(),
                    account.member().id(),
                    books.tier(account.member()),
                    count(account.visits()),
                    money(account.spent()),
                    whole(account.points()),
                    count(account.freeItems()),
                    money(books.worth(account)));
        }
        section("The " + MOST_REWARDED + " members who got most, in points and free items");
        text.append(table.text());
    }

    private void sample() {
        Outcome sample = books.sample();
        if (sample != null) {
            section("One purchase explained: of those in which most rules had a part, the shortest");
            sample.explain()
                    .lines()
                    .forEach(line -> text.append(("  " + line).stripTrailing()).append('\n'));
        }
    }

    private String cost(BigDecimal points, BigDecimal off) {
        return money(points.multiply(books.pointCost()).add(off));
    }

    private void section(String title) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(title).append("\n\n");
    }
}
