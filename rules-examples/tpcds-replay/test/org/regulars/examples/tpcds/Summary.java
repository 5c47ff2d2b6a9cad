package org.regulars.examples.tpcds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.regulars.Posting.Cause;
import org.regulars.examples.tpcds.data.Gaps;

/** The figures of a replay in plain text, all but the times the same at every run. */
final class Summary {

    private static final List<Cause> CAUSES = List.of(Cause.EARNED, Cause.SPENT, Cause.TAKEN_BACK, Cause.GIVEN_BACK);

    private final StringBuilder text = new StringBuilder();

    private Summary() {}

    /** What was sold, brought back, given and taken, with the members there are. */
    static String of(List<Replay.Played> played, Gaps gaps) {
        Summary summary = new Summary();
        Books years = Replay.years(played);
        Books all = Replay.all(played);
        summary.row("Lines generated", count(gaps.lines()));
        summary.row("  of them left out, for want of a quantity or a price", count(gaps.linesLeftOut()));
        summary.row("Returns generated", count(gaps.returns()));
        summary.row("  of them left out, with their lines", count(gaps.returnsLeftOut()));
        summary.section("Five years of sales and returns");
        summary.row("Members", count(played.size()));
        summary.row("Receipts", count(years.receipts()));
        summary.row("Lines", count(years.lines()));
        summary.row("Returns", count(years.returns()));
        summary.returns(years.tierChanges(), years.owing());
        summary.row("Sales, " + Receipts.CURRENCY, money(years.sales()));
        summary.row("Paid for them", money(years.paid()));
        summary.row("Paid back", money(years.refunded()));
        summary.row("Free items at the till", count(years.freeUnits()));
        summary.card(years);
        summary.section("And then everything that was still kept came back");
        summary.row("Returns", count(all.returns() - years.returns()));
        summary.returns(all.tierChanges() - years.tierChanges(), all.owing() - years.owing());
        summary.row("Paid back in all", money(all.refunded()));
        summary.card(all);
        return summary.text.toString();
    }

    /** How fast that was. */
    static String speed(List<Replay.Played> played) {
        Books all = Replay.all(played);
        return String.format(
                Locale.ROOT,
                "A second of processor time: %,d purchases decided, or %,d returns\n",
                all.decisionsPerSecond(),
                all.reversalsPerSecond());
    }

    private void returns(int tierChanges, int owing) {
        row("  of them took a tier away", count(tierChanges));
        row("  of them left the member owing something", count(owing));
    }

    private void card(Books books) {
        text.append(String.format(Locale.ROOT, "\n  %-14s", ""));
        for (String head : List.of("Earned", "Spent", "Taken back", "Given back", "Held then")) {
            text.append(String.format(Locale.ROOT, "%14s", head));
        }
        text.append('\n');
        for (String kind : books.movements().kinds()) {
            text.append(String.format(Locale.ROOT, "  %-14s", capitalised(kind)));
            for (Cause cause : CAUSES) {
                text.append(String.format(
                        Locale.ROOT,
                        "%14s",
                        count(books.movements().of(kind, cause).abs().longValueExact())));
            }
            text.append(String.format(
                    Locale.ROOT, "%14s\n", count(books.movements().net(kind).longValueExact())));
        }
    }

    private void section(String title) {
        text.append('\n').append(title).append("\n\n");
    }

    private void row(String what, String figure) {
        text.append(String.format(Locale.ROOT, "  %-54s%16s\n", what, figure));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
