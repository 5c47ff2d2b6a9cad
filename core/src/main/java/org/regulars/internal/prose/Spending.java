package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.Term;

/** What is paid with, borrowed, kept alive and lost, in words. */
final class Spending {

    private final Circumstances circumstances;
    private final Amounts amounts;

    Spending(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.amounts = new Amounts(circumstances);
    }

    Said payWith(Chain chain) {
        String kind = Comparing.textOf(chain.argument(1));
        Goods goods = circumstances.goods();
        Term on = chain.take("on");
        String what = on == null ? goods == null ? "your purchase" : goods.words() : Comparing.textOf(on);
        List<String> bounds = new ArrayList<>();
        Term wanted = chain.take("wanted");
        if (wanted != null) {
            bounds.add("no more than " + amounts.noun(wanted));
        }
        add(bounds, "at least ", chain.take("atLeast"), "");
        add(bounds, "in steps of ", chain.take("inStepsOf"), "");
        add(bounds, "at most ", chain.take("atMost"), "");
        add(bounds, "for at most ", chain.take("upToPercent"), " percent of what is left to pay");
        if (chain.takeIf("inFull")) {
            bounds.add("for all that is left to pay of it, or for nothing");
        }
        String one = kind.endsWith("s") ? Written.count("1", kind) : "1 of your " + kind;
        String clause = one + " pays " + amounts.of(chain.argument(0)) + " of " + what
                + (bounds.isEmpty() ? "" : ": " + String.join(", ", bounds));
        chain.done();
        return Said.of(Chapter.GIVING, clause);
    }

    private void add(List<String> bounds, String before, @Nullable Term number, String after) {
        if (number != null) {
            bounds.add(before + amounts.of(number) + after);
        }
    }

    Said overdraft(Chain chain) {
        String kind = Comparing.textOf(chain.argument(1));
        boolean isShare = chain.first().equals("percent");
        Term most = chain.take("upTo");
        String more = isShare
                ? amounts.of(chain.argument(0)) + " percent more " + kind
                : amounts.of(chain.argument(0)) + " more " + kind;
        chain.done();
        return Said.of(
                        Chapter.GIVING,
                        "you may spend up to " + more + " than you hold"
                                + (most == null ? "" : ", at most " + amounts.of(most) + " more"))
                .noting("What you then owe is made good by what comes in next.");
    }

    Said extend(Chain chain) {
        String kind = Comparing.textOf(chain.argument(0));
        String longer = by(chain.take("byDays"), "days")
                + by(chain.take("byMonths"), "months")
                + by(chain.take("byYears"), "years");
        String until = Amounts.holding(chain);
        Term reinstated = chain.take("reinstating");
        chain.done();
        String clause = "all " + kind + " you hold can be used" + longer
                + (until.isEmpty() ? "" : until + ", if that is longer");
        if (longer.isEmpty() == until.isEmpty()) {
            throw new NotInWordsException("how long");
        }
        return Said.of(
                Chapter.LIFE,
                clause
                        + (reinstated == null
                                ? ""
                                : ", and what lapsed no more than "
                                        + Written.count(Comparing.numberOf(reinstated), "days")
                                        + " before comes back first"));
    }

    private static String by(@Nullable Term number, String unit) {
        return number == null ? "" : " " + Written.count(Comparing.numberOf(number), unit) + " longer";
    }

    Said forfeit(Chain chain) {
        String first = chain.first();
        chain.done();
        if (first.equals("tier")) {
            String tier = Comparing.textOf(chain.argument(0));
            return Said.of(Chapter.TIERS, "you lose " + tier + ", or the higher tier that you have");
        }
        if (first.equals("all")) {
            return Said.of(
                    Chapter.LIFE,
                    "you lose all " + Comparing.textOf(chain.argument(0)) + ", also what you cannot use yet");
        }
        return Said.of(
                Chapter.LIFE,
                "you lose " + amounts.of(chain.argument(0), chain.argument(1)) + ", as far as you hold so many");
    }
}
