package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.internal.values.Values;

/** What was held before, and everything that moved, on the calendar and with the event, is what is held after. */
final class BalanceSection {

    private BalanceSection() {}

    static void write(Page page, Outcome outcome) {
        List<Posting> postings = Stream.concat(
                        outcome.due().stream().flatMap(due -> due.postings().stream()), outcome.postings().stream())
                .toList();
        if (postings.isEmpty()) {
            return;
        }
        page.section("Balance");
        for (String kind : new TreeSet<>(postings.stream().map(Posting::kind).toList())) {
            StringBuilder sum = new StringBuilder(
                    "  " + kind + ": " + all(outcome.memberBefore(), kind).toPlainString());
            for (Posting.Cause cause : Posting.Cause.values()) {
                BigDecimal amount = Words.sum(postings.stream()
                        .filter(each -> each.kind().equals(kind) && each.cause() == cause)
                        .toList());
                if (amount.signum() != 0) {
                    sum.append(amount.signum() > 0 ? " + " : " - ")
                            .append(Words.plain(amount.abs()))
                            .append(' ')
                            .append(Words.of(cause));
                }
            }
            sum.append(" = ").append(all(outcome.memberAfter(), kind).toPlainString());
            page.line(sum + standing(outcome.memberAfter(), kind));
        }
    }

    private static String standing(Member after, String kind) {
        BigDecimal pending = after.pending(kind);
        BigDecimal balance = after.balance(kind);
        String later = pending.signum() > 0 ? ", " + pending.toPlainString() + " of them to be spent later" : "";
        return later
                + (balance.signum() < 0
                        ? ", the member owes " + balance.negate().toPlainString() + " " + kind
                        : "");
    }

    private static BigDecimal all(Member member, String kind) {
        return Values.plain(member.balance(kind).add(member.pending(kind)));
    }
}
