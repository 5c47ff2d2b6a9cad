package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer as a sentence, after its name. */
final class Sentence {

    private static final String EARN = "you earn ";

    private Sentence() {}

    /** The whole of it: the name, and when what is given. */
    static List<Run> of(Offers.Offer offer, List<Said> said) {
        List<Run> runs = name(offer);
        runs.add(Run.plain(" " + words(offer.circumstances(), said, true)));
        quotedConditions(runs, offer);
        return runs;
    }

    /** It as it stands in a table beside what is asked for and what that costs. */
    static List<Run> inTable(Offers.Offer offer, List<Said> said) {
        List<Run> runs = name(offer);
        runs.add(Run.plain(" " + words(offer.circumstances(), said, false)));
        quotedConditions(runs, offer);
        return runs;
    }

    /** The name, and as it stands in the rule what there are no words for. */
    static List<Run> quoted(Offers.Offer offer) {
        List<Run> runs = name(offer);
        List<String> lead = lead(offer.circumstances(), List.of(), true);
        runs.add(Run.plain(" "
                + (lead.isEmpty() ? "What holds is" : Written.capital(String.join(", ", lead)) + ", what holds is")
                + " as the rule has it: "));
        codes(runs, offer.quoted());
        runs.add(Run.plain("."));
        quotedConditions(runs, offer);
        return runs;
    }

    private static List<Run> name(Offers.Offer offer) {
        String name = offer.text().name();
        List<Run> runs = new ArrayList<>();
        runs.add(Run.strong(name.matches("(?s).*[.!?]") ? name : name + "."));
        return runs;
    }

    private static void quotedConditions(List<Run> runs, Offers.Offer offer) {
        List<String> quoted = offer.circumstances().quoted();
        if (!quoted.isEmpty()) {
            runs.add(Run.plain(" This holds only if the following does, as the rule has it: "));
            codes(runs, quoted);
            runs.add(Run.plain("."));
        }
    }

    private static void codes(List<Run> runs, List<String> quoted) {
        for (int i = 0; i < quoted.size(); i++) {
            if (i > 0) {
                runs.add(Run.plain(" and "));
            }
            runs.add(Run.code(quoted.get(i)));
        }
    }

    private static String words(Circumstances circumstances, List<Said> said, boolean isAlone) {
        StringBuilder words = new StringBuilder();
        Said before = null;
        for (Said one : said) {
            if (before == null) {
                lead(circumstances, said, isAlone)
                        .forEach(each -> words.append(each).append(", "));
            }
            words.append(before == null ? "" : joint(before, one)).append(clause(one, before, isAlone));
            before = one;
        }
        words.append(before == null ? "" : before.basis());
        if (!circumstances.ofLine().isEmpty()) {
            words.append(", if ").append(String.join(" and ", circumstances.ofLine()));
        }
        words.append('.');
        said.stream()
                .map(Said::note)
                .filter(note -> !note.isEmpty())
                .distinct()
                .forEach(note -> words.append(' ').append(note));
        return Written.capital(words.toString());
    }

    /** What is counted by the same is said with one breath: "1 point and 1 stamp for every 1.00 you pay". */
    private static String joint(Said before, Said one) {
        return isSameEarning(before, one) ? " and " : before.basis() + "; and ";
    }

    private static String clause(Said one, @Nullable Said before, boolean isAlone) {
        if (before != null && isSameEarning(before, one)) {
            return one.clause().substring(EARN.length());
        }
        String cost = one.cost().isEmpty() || !isAlone
                ? ""
                : "for " + one.cost() + (one.costsFirst() ? " that you hold beforehand, " : ", ");
        return cost + one.clause();
    }

    private static boolean isSameEarning(Said before, Said one) {
        return before.basis().equals(one.basis())
                && before.clause().startsWith(EARN)
                && one.clause().startsWith(EARN);
    }

    private static List<String> lead(Circumstances circumstances, List<Said> said, boolean isAlone) {
        List<String> lead = new ArrayList<>(circumstances.occasionsAndTimes());
        List<String> conditions = new ArrayList<>(circumstances.conditions());
        if (said.size() == 1) {
            conditions.remove(said.get(0).implied());
        }
        String reward = circumstances.reward();
        if (isAlone && reward != null) {
            conditions.add(0, "you ask for " + Written.quoted(reward));
        }
        if (conditions.isEmpty()) {
            return lead;
        }
        boolean isDaily = !lead.isEmpty() && lead.get(lead.size() - 1).equals(Circumstances.EACH_DAY);
        if (isDaily) {
            lead.remove(lead.size() - 1);
        }
        boolean isTier = said.stream().anyMatch(one -> one.chapter() == Chapter.TIERS);
        String when = isDaily
                ? Circumstances.EACH_DAY + " on which "
                : circumstances.isAboutHolding() ? isTier ? "once " : "whenever " : "if ";
        lead.add(when + String.join(" and ", conditions));
        return lead;
    }
}
