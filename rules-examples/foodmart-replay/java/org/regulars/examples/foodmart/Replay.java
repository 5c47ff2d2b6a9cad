package org.regulars.examples.foodmart;

import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.RuleSet;
import org.regulars.examples.foodmart.data.Basket;
import org.regulars.examples.foodmart.data.FoodMart;

/** Decides one basket after the other, each member carried from purchase to purchase. */
final class Replay {

    private Replay() {}

    /**
     * Decides all baskets, in the order of their days.
     *
     * @throws org.regulars.EventRefusedException if the engine refuses one
     */
    static Books run(FoodMart data, RuleSet rules, Progress progress) {
        LoyaltyEngine engine = LoyaltyEngine.with(rules);
        Books books = new Books(rules);
        for (Basket basket : data.baskets()) {
            Member member = books.account(basket.customer()).member();
            Outcome outcome = engine.decide(member, Receipts.purchase(basket));
            books.enter(basket, outcome);
            progress.done(books.shop().baskets());
        }
        return books;
    }
}
