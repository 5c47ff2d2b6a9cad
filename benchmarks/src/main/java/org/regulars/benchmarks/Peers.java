package org.regulars.benchmarks;

import java.util.List;
import org.regulars.benchmarks.Shop.Shopping;

/** The peers by name. */
final class Peers {

    static final String REGULARS = "regulars";
    static final String NAIVE_DROOLS = "naive-drools";
    static final String EVRETE = "evrete";
    static final String EASY_RULES = "easy-rules";
    static final String HANDWRITTEN = "handwritten";

    private Peers() {}

    /** A peer that has answered all purchases of a workload rightly. */
    static Peer checked(String name, Workload workload) {
        List<Shopping> purchases = workload.purchases();
        Peer peer = of(name, workload, purchases);
        Check.allAnswers(name + " " + workload, peer, purchases, workload.judge());
        return peer;
    }

    static Peer of(String name, Workload workload, List<Shopping> purchases) {
        return switch (name) {
            case REGULARS -> new Regulars(workload.text(), purchases);
            case NAIVE_DROOLS -> new NaiveDrools(workload.naiveText(), purchases);
            case EVRETE -> workload.isTypical() ? Evrete.typical(purchases) : Evrete.campaigns(purchases);
            case EASY_RULES -> workload.isTypical() ? EasyRules.typical(purchases) : EasyRules.campaigns(purchases);
            case HANDWRITTEN -> workload.isTypical() ? new Handwritten(purchases) : new HandwrittenCampaigns(purchases);
            default -> throw new IllegalArgumentException("There is no peer '" + name + "'");
        };
    }
}
