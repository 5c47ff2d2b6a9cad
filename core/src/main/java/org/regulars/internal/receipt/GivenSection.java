package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Granted.Sort;
import org.regulars.Lot;
import org.regulars.Posting;
import org.regulars.Purchase;
import org.regulars.Refused;
import org.regulars.TierChange;
import org.regulars.internal.values.Counted;
import org.regulars.internal.values.Money;

/** What was given beside what was earned, what was lost, and what was offered in vain. */
final class GivenSection {

    private final Page page;
    private final Dates dates;
    private final Happened happened;

    GivenSection(Page page, Dates dates, Happened happened) {
        this.page = page;
        this.dates = dates;
        this.happened = happened;
    }

    /** What was taken off the bill. */
    void offThePrice(@Nullable Purchase purchase) {
        List<Granted> off = happened.granted(Sort.FREE_ITEM, Sort.DISCOUNT, Sort.PAID_WITH, Sort.FREE_SHIPPING).stream()
                .filter(each -> !isFreeOfNothing(each))
                .toList();
        if (!off.isEmpty()) {
            page.section("Off the price");
            off.forEach(each -> {
                String money = purchase == null
                        ? Words.plain(each.value())
                        : Money.show(each.value(), Money.decimals(purchase.currency()));
                page.entry(money, Words.of(each, money), each.offer());
            });
        }
    }

    /** Delivery that costs nothing anyhow, because nothing is delivered; a shopkeeper would not speak of it. */
    private static boolean isFreeOfNothing(Granted granted) {
        return granted.sort() == Sort.FREE_SHIPPING && granted.value().signum() == 0 && granted.cost() == null;
    }

    /**
     * Everything else.
     *
     * @param lots what the member then holds
     */
    void write(List<Lot> lots) {
        List<Granted> given = happened.granted(
                Sort.GIFT,
                Sort.CLAIM,
                Sort.CONVERSION,
                Sort.EXTENSION,
                Sort.OVERDRAFT,
                Sort.BENEFIT,
                Sort.UPGRADE,
                Sort.RENEWAL);
        if (!given.isEmpty()) {
            page.section("Given");
            given.forEach(
                    each -> page.entry("", Words.of(each, "") + nextVisit(each) + until(each, lots), each.offer()));
        }
        List<Granted> lost = happened.granted(Sort.FORFEIT);
        if (!lost.isEmpty()) {
            page.section("Lost");
            lost.forEach(each -> page.entry("", lost(each), each.offer()));
        }
        tiers();
        notGiven();
    }

    /** Where the member has come to without being given it. */
    private void tiers() {
        List<String> falls = happened.tierChanges().stream()
                .map(GivenSection::fall)
                .filter(words -> !words.isEmpty())
                .toList();
        if (!falls.isEmpty()) {
            page.section("Tier");
            falls.forEach(each -> page.line("  " + each));
        }
    }

    static String fall(TierChange change) {
        String now = change.to() + through(change.through());
        return switch (change.cause()) {
            case ENDED -> change.from() + " ended: " + now;
            case NOT_REACHED ->
                change.from() + " is not reached any more: " + now
                        + (change.rule().isEmpty() ? "" : ", by \"" + change.rule() + '"');
            case RETURNED -> change.from() + " was given for what came back: " + now;
            case GIVEN, PROLONGED, FORFEITED -> "";
        };
    }

    private void notGiven() {
        List<Refused> worthSaying = happened.refused().stream()
                .filter(each -> each.reason() != Refused.Reason.HAD_ALREADY && !isGivenElsewhere(each))
                .toList();
        if (!worthSaying.isEmpty()) {
            page.section("Not given");
            for (Refused each : worthSaying) {
                page.line("  \"" + each.offer().name() + "\"" + Page.place(each.offer()));
                page.line("    " + each.explanation());
            }
        }
    }

    /** Whether there was nothing to take an offer off, on one line, and it was taken off another. */
    private boolean isGivenElsewhere(Refused refused) {
        return refused.reason() == Refused.Reason.NOTHING_TO_APPLY_TO
                && happened.granted().stream().anyMatch(each -> each.offer().equals(refused.offer()));
    }

    /** A kind, of which so much moved; or else a tier, and where the member stands without it. */
    private String lost(Granted forfeit) {
        String rule = forfeit.offer().name();
        boolean kind = happened.postings(Posting.Cause.FORFEITED).stream()
                .anyMatch(each ->
                        each.kind().equals(forfeit.what()) && each.rule().equals(rule));
        if (kind) {
            return Counted.of(forfeit.amount(), forfeit.what());
        }
        return happened.tierChanges().stream()
                .filter(each -> each.cause() == TierChange.Cause.FORFEITED
                        && each.rule().equals(rule))
                .map(each -> each.from() + ": " + each.to() + through(each.through()) + " from now on")
                .findFirst()
                .orElse(forfeit.what());
    }

    /** A tier counts from the next event on; one that was given before this event counts already. */
    private String nextVisit(Granted granted) {
        return granted.sort() == Sort.UPGRADE && !happened.early() ? " from the next visit on" : "";
    }

    private String until(Granted granted, List<Lot> lots) {
        if (granted.through() != null) {
            return through(granted.through());
        }
        if (granted.sort() == Sort.CLAIM || granted.sort() == Sort.CONVERSION) {
            return happened.postings().stream()
                    .filter(each -> each.amount().signum() > 0
                            && each.rule().equals(granted.offer().name())
                            && (each.cause() == Posting.Cause.CLAIM_GIVEN || each.cause() == Posting.Cause.CONVERTED))
                    .map(Posting::lot)
                    .map(dates::through)
                    .findFirst()
                    .orElse("");
        }
        return granted.sort() == Sort.EXTENSION && !happened.early() ? now(granted.what(), lots) : "";
    }

    /** What a member holds of a kind by how long it lives. */
    private String now(String kind, List<Lot> lots) {
        String now = lots.stream()
                .filter(lot -> lot.kind().equals(kind) && lot.expiresAt() != null)
                .collect(Collectors.groupingBy(
                        lot -> Objects.requireNonNull(lot.expiresAt()),
                        TreeMap::new,
                        Collectors.reducing(BigDecimal.ZERO, Lot::amount, BigDecimal::add)))
                .entrySet()
                .stream()
                .map(each -> Words.plain(each.getValue()) + " good through " + dates.lastDay(each.getKey()))
                .collect(Collectors.joining(", "));
        return now.isEmpty() ? "" : ": now " + now;
    }

    private static String through(@Nullable String date) {
        return date == null ? "" : ", through " + Dates.day(date);
    }
}
