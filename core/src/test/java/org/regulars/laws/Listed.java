package org.regulars.laws;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.regulars.Granted;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.Purchase;

/** An outcome as what it says, whatever order it says it in and wherever in the files its rules stand. */
final class Listed {

    private Listed() {}

    /** With every line by its number on the receipt. */
    static SortedMap<String, Object> byNumber(Outcome outcome) {
        return of(outcome, String::valueOf);
    }

    /** With every line by what is on it, for receipts that number the same lines otherwise. */
    static SortedMap<String, Object> byContent(Outcome outcome, Purchase purchase) {
        Map<Integer, String> contents = new TreeMap<>();
        purchase.lines().forEach(line -> contents.put(line.number(), content(line)));
        SortedMap<String, Object> listed = of(outcome, contents::get);
        Member after = outcome.memberAfter();
        // What a member remembers of a receipt tells one numbering of its lines from another.
        listed.put(
                "after",
                new Member(
                        after.id(),
                        after.joined(),
                        after.asOf(),
                        after.lastActive(),
                        after.attributes(),
                        after.lots(),
                        after.statuses(),
                        List.of(),
                        after.lapsed(),
                        after.counted(),
                        after.returned()));
        return listed;
    }

    private static SortedMap<String, Object> of(Outcome outcome, Function<Integer, String> line) {
        SortedMap<String, Object> listed = new TreeMap<>();
        listed.put("granted", sorted(outcome.granted().stream().map(each -> granted(each, line))));
        listed.put(
                "refused",
                sorted(outcome.refused().stream()
                        .map(each -> offer(each.offer()) + " " + each.sort() + " " + each.what() + " " + each.reason()
                                + " " + each.missing() + " " + each.kind() + " " + each.explanation())));
        listed.put("tallies", sorted(outcome.tallies().stream().map(String::valueOf)));
        listed.put(
                "lines",
                sorted(outcome.lines().stream()
                        .map(each -> line.apply(each.line()) + ": " + each.amount() + " " + each.freeUnits() + " "
                                + each.freeAmount() + " " + each.discount() + " " + each.toPay() + " "
                                + each.earned())));
        listed.put("postings", sorted(outcome.postings().stream().map(String::valueOf)));
        listed.put("to pay", outcome.toPay());
        listed.put("after", outcome.memberAfter());
        return listed;
    }

    private static String granted(Granted granted, Function<Integer, String> line) {
        return offer(granted.offer()) + " " + granted.sort() + " " + granted.amount() + " " + granted.what() + " "
                + sorted(granted.lines().stream().map(line)) + " " + granted.value() + " " + granted.basis() + " "
                + granted.cost() + " " + granted.note();
    }

    private static String offer(Offer offer) {
        return offer.name() + " '" + offer.says() + "'";
    }

    private static String content(Line line) {
        return line.numbered(0).toString();
    }

    private static List<String> sorted(Stream<String> texts) {
        return texts.sorted().toList();
    }
}
