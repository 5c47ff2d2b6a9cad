package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;

/** An offer as a sentence, after its name. */
final class Sentence {

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
        List<String> lead = lead(offer.circumstances(), true);
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
        List<String> lead = lead(circumstances, isAlone);
        StringBuilder words = new StringBuilder();
        String occasion = "";
        for (int i = 0; i < said.size(); i++) {
            Said one = said.get(i);
            List<String> before = new ArrayList<>(i == 0 ? lead : List.of());
            if (!one.occasion().isEmpty() && !one.occasion().equals(occasion)) {
                before.add(one.occasion());
            }
            occasion = one.occasion();
            String cost = one.cost().isEmpty() || !isAlone ? "" : "for " + one.cost() + " ";
            before.add(cost + one.clause());
            words.append(i == 0 ? "" : "; and ").append(String.join(", ", before));
        }
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

    private static List<String> lead(Circumstances circumstances, boolean isAlone) {
        List<String> lead = new ArrayList<>(circumstances.occasionsAndTimes());
        List<String> conditions = new ArrayList<>(circumstances.conditions());
        String reward = circumstances.reward();
        if (isAlone && reward != null) {
            conditions.add(0, "you ask for " + Written.quoted(reward));
        }
        if (!conditions.isEmpty()) {
            lead.add("if " + String.join(" and ", conditions));
        }
        return lead;
    }
}
