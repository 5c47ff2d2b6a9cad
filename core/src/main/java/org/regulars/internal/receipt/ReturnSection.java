package org.regulars.internal.receipt;

import java.math.BigDecimal;
import org.regulars.Return;
import org.regulars.Reversal;
import org.regulars.internal.values.Money;

/** What came back, what the purchase came to before and comes to now, and kind by kind what that changes. */
final class ReturnSection {

    private final Page page;

    ReturnSection(Page page) {
        this.page = page;
    }

    void write(Return brought, Reversal reversal) {
        page.section("Came back");
        if (brought.parts().isEmpty()) {
            page.line("  everything that was still kept");
        }
        brought.parts().forEach(part -> page.line("  " + words(part, reversal)));
        if (reversal.kept() != null) {
            new BillSection(page).writeKept(reversal.kept(), reversal.linesAfter(), reversal.toPayAfter());
        }
        if (reversal.toPayBefore().signum() != 0 || reversal.toPayAfter().signum() != 0) {
            refund(reversal);
        }
        if (!reversal.kinds().isEmpty()) {
            page.section("What that changes");
            if (reversal.prorated()) {
                page.line("  The rules have changed since: the shares that were recorded then are taken.");
            }
            reversal.kinds().forEach(this::kind);
        }
    }

    private void refund(Reversal reversal) {
        page.section("Refund: " + money(reversal.refund(), reversal));
        page.line("  the purchase came to " + money(reversal.toPayBefore(), reversal) + " before, and comes to "
                + money(reversal.toPayAfter(), reversal) + " now");
        BigDecimal more = reversal.toPayBefore().subtract(reversal.toPayAfter()).subtract(reversal.refund());
        if (more.signum() < 0) {
            page.line("  " + money(more.negate(), reversal) + " is not asked for beyond what was paid");
        } else if (more.signum() > 0) {
            page.line("  less " + money(more, reversal) + " that was not asked for when something came back before");
        }
    }

    private void kind(Reversal.OfKind kind) {
        BigDecimal less = kind.earnedBefore().subtract(kind.earnedAfter());
        if (less.signum() != 0 || kind.takenBack().signum() != 0) {
            boolean all = less.compareTo(kind.takenBack()) == 0;
            page.line("  " + kind.kind() + ": " + Words.plain(kind.earnedBefore())
                    + " earned with what was kept before, " + Words.plain(kind.earnedAfter())
                    + " with what is kept now: " + Words.plain(less.abs())
                    + (all ? " taken back" : less.signum() < 0 ? " more" : " less"));
            part(kind.uncut(), "had been kept back by a limit");
            part(kind.lapsed(), "had expired already");
            part(kind.left(), "stay with the member, as the kind says");
            if (!all) {
                part(kind.takenBack(), "taken back");
            }
        }
        // What is kept may cost something too, and more than before.
        if (kind.spentAfter().signum() != 0) {
            page.line("  " + kind.kind() + ": " + Words.plain(kind.spentBefore())
                    + " spent or used with what was kept before, " + Words.plain(kind.spentAfter())
                    + " with what is kept now");
        }
        if (kind.givenBack().signum() != 0) {
            page.line("  " + kind.kind() + ": " + Words.plain(kind.givenBack())
                    + " that had been spent or used given back");
        }
    }

    private void part(BigDecimal amount, String words) {
        if (amount.signum() != 0) {
            page.part(Words.plain(amount), words);
        }
    }

    private static String words(Return.Part part, Reversal reversal) {
        String line = name(part.line(), reversal) + "line " + part.line();
        String goods = part.quantity() == null ? line : Words.plain(part.quantity()) + " of " + line;
        if (part.money() == null) {
            return goods;
        }
        String money = money(part.money(), reversal) + " of the price of " + line + ", which is kept";
        return part.quantity() == null || part.quantity().signum() == 0 ? money : goods + "; " + money;
    }

    private static String name(int number, Reversal reversal) {
        return reversal.bought() == null
                ? ""
                : reversal.bought().lines().stream()
                        .filter(line -> line.number() == number)
                        .map(line -> line.name() + ", ")
                        .findFirst()
                        .orElse("");
    }

    private static String money(BigDecimal amount, Reversal reversal) {
        return reversal.bought() == null
                ? Words.plain(amount)
                : Money.show(amount, Money.decimals(reversal.bought().currency()));
    }
}
