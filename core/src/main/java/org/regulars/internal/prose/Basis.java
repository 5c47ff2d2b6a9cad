package org.regulars.internal.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.Term;

/** What an earning or a discount is counted by: "for each coffee you pay for", "for every whole 25 you pay". */
final class Basis {

    private final Circumstances circumstances;
    private final Amounts amounts;
    private final String done;

    /**
     * The bases of a rule.
     *
     * @param done what is done with what is counted: "you pay for"
     */
    Basis(Circumstances circumstances, String done) {
        this.circumstances = circumstances;
        this.amounts = new Amounts(circumstances);
        this.done = done;
    }

    /** The words of a decision that say it; empty if it has none. */
    String of(Chain chain) {
        Term units = chain.take("forEach");
        Term times = chain.take("times");
        List<Term> steps = chain.takeTwo("forEvery");
        if (units != null) {
            return " for " + each(units);
        }
        if (times != null) {
            return " for " + every(null, times);
        }
        return steps.isEmpty() ? "" : " for " + every(Comparing.numberOf(steps.get(0)), steps.get(1));
    }

    private String each(Term units) {
        Goods goods = circumstances.goods();
        Subject subject = amounts.subject(new Term.Field(units, "quantity", units.at()));
        if (goods == null || !subject.noun().startsWith("the units of it you ")) {
            throw new NotInWordsException("forEach");
        }
        return goods.each(done);
    }

    private String every(@Nullable String step, Term of) {
        Subject subject = amounts.subject(of);
        if (subject.sort() != Subject.Sort.NUMBER) {
            throw new NotInWordsException("no number");
        }
        String noun = subject.noun();
        Goods goods = circumstances.goods();
        String money = step == null ? "every 1.00 " : "every whole " + step + " ";
        String piece = step == null ? "every 1 of " : "every whole " + step + " of ";
        if (goods != null) {
            return ofLine(noun, goods, money, piece) + (step == null ? "" : ", counted on each line by itself");
        }
        if (noun.startsWith("what ")) {
            return money + noun.substring("what ".length());
        }
        return piece + noun;
    }

    private String ofLine(String noun, Goods goods, String money, String piece) {
        if (noun.equals("what you pay for it")) {
            return money + "you pay for " + goods.words();
        }
        if (noun.equals("what it comes to before any offer")) {
            return money + goods.words() + " comes to before any offer";
        }
        if (noun.equals("the units of it you pay for") || noun.equals("the units of it you buy")) {
            return piece.equals("every 1 of ")
                    ? goods.each(done)
                    : piece + "the units of " + goods.words() + " " + done;
        }
        if (noun.startsWith("its ")) {
            return piece + "the " + noun.substring("its ".length()) + " of " + goods.words();
        }
        // Of a purchase as a whole, which here would be counted with each of its lines.
        throw new NotInWordsException(noun);
    }
}
