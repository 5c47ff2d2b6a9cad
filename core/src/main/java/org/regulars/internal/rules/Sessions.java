package org.regulars.internal.rules;

import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieSession;
import org.regulars.internal.guard.RuleClasses;

/** Opens Drools sessions, each with a working memory of its own. Any number of threads may open some. */
final class Sessions {

    private final KieBase base;

    private Sessions(KieBase base) {
        this.base = base;
    }

    /** Sessions with all rules of a model in them. */
    @SuppressWarnings("deprecation") // no other configuration takes a class loader
    static Sessions over(Model model, RuleClasses classes) {
        KieBaseConfiguration configuration = KieServices.Factory.get().newKieBaseConfiguration(null, classes);
        // Nothing is added to a rule set once it is built, so Drools need not keep what that would take.
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        Sessions sessions = new Sessions(KieBaseBuilder.createKieBaseFromModel(model, configuration));
        // The first session looks services up by the context class loader, which is ours only while rules are loaded.
        sessions.open().dispose();
        return sessions;
    }

    KieSession open() {
        return base.newKieSession();
    }
}
