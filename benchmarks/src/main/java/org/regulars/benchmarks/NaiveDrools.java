package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * Drools as its documentation teaches it: one rule base with its defaults, a session for every purchase,
 * the application's objects as facts, salience where one rule must come before another, and a global for
 * the result.
 */
public final class NaiveDrools implements Peer {

    private final KieContainer container;
    private final KieBase base;
    private final List<Shopping> purchases;

    NaiveDrools(String rules, List<Shopping> purchases) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("org.regulars", "naive-drools", "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/org/regulars/benchmarks/rules.drl", rules);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The rules for plain Drools do not compile: " + errors);
        }
        this.container = services.newKieContainer(release);
        this.base = container.getKieBase();
        this.purchases = purchases;
    }

    /** A fact the rules insert: what is paid for all goods. */
    public record Paid(BigDecimal amount) {}

    /** A fact the rules insert: how many status points the member has, this purchase included. */
    public record Counted(long statusPoints) {}

    @Override
    public Answer decide(int place) {
        return answer(place);
    }

    @Override
    public Answer answer(int place) {
        Shopping shopping = purchases.get(place);
        Result result = new Result(shopping);
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("result", result);
            session.insert(shopping);
            session.insert(shopping.holder());
            for (Goods goods : shopping.goods()) {
                session.insert(goods);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return result.answer();
    }

    @Override
    public void close() {
        container.dispose();
    }
}
