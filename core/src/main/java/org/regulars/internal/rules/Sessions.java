package org.regulars.internal.rules;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.drools.core.common.InternalWorkingMemory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieSession;
import org.regulars.internal.guard.RuleClasses;

/** Opens Drools sessions, each with a working memory of its own. Any number of threads may open some. */
final class Sessions {

    /** Up to how many rules a session is reset in less time than a new one takes: a reset looks at every rule. */
    private static final int QUICKLY_RESET = 100;

    private final KieBase base;

    /** Sessions that have been reset: a few for each processor, or none if there are too many rules. */
    private final @Nullable Queue<KieSession> idle;

    private Sessions(KieBase base, @Nullable Queue<KieSession> idle) {
        this.base = base;
        this.idle = idle;
    }

    /** Sessions with all rules of a model in them. */
    @SuppressWarnings("deprecation") // no other configuration takes a class loader
    static Sessions over(Model model, RuleClasses classes) {
        KieBaseConfiguration configuration = KieServices.Factory.get().newKieBaseConfiguration(null, classes);
        // Nothing is added to a rule set once it is built, so Drools need not keep what that would take.
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        Sessions sessions = new Sessions(
                KieBaseBuilder.createKieBaseFromModel(model, configuration),
                model.getRules().size() > QUICKLY_RESET
                        ? null
                        : new ArrayBlockingQueue<>(4 * Runtime.getRuntime().availableProcessors()));
        // The first session looks services up by the context class loader, which is ours only while rules are loaded.
        sessions.takeBack(sessions.open());
        return sessions;
    }

    /** A session with nothing in it. */
    KieSession open() {
        KieSession session = idle == null ? null : idle.poll();
        return session == null ? base.newKieSession() : session;
    }

    /** Takes back a session in which nothing went wrong, and clears it of all facts and listeners. */
    void takeBack(KieSession session) {
        if (idle == null) {
            session.dispose();
            return;
        }
        ((InternalWorkingMemory) session).reset();
        if (!idle.offer(session)) {
            session.dispose();
        }
    }
}
