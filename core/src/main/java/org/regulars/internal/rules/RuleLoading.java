package org.regulars.internal.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.RuleSetException;
import org.regulars.internal.guard.RuleBytecode;
import org.regulars.internal.guard.RuleClasses;
import org.regulars.internal.guard.VisibleClasses;
import org.regulars.internal.kept.Compilation;
import org.regulars.internal.kept.KeptRules;
import org.regulars.internal.reading.Fingerprint;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads rule files: from where they are kept compiled, or else by compiling them. */
public final class RuleLoading {

    private static final Logger LOG = LoggerFactory.getLogger(RuleLoading.class);

    private RuleLoading() {}

    /**
     * Loads what has been read.
     *
     * @throws RuleSetException with all problems, those of reading included
     */
    public static CompiledRules load(RuleFiles read, Loading how) {
        return OwnClassLoader.during(() -> {
            KeptRules.Place place = place(read, how);
            CompiledRules kept = place == null ? null : kept(place, read.files(), how);
            CompiledRules rules = kept == null ? RuleCompiler.compile(read, how, place) : kept;
            LOG.debug(
                    "{} {} rules of {} files, fingerprint {}",
                    kept == null ? "Compiled" : "Took compiled",
                    rules.offers().size(),
                    read.files().size(),
                    rules.fingerprint());
            return rules;
        });
    }

    /** Where they are kept, or null if they are not: nothing is that the guard would not look through when it is read. */
    private static KeptRules.@Nullable Place place(RuleFiles read, Loading how) {
        return how.kept() == null || how.trusted() || !read.problems().isEmpty()
                ? null
                : new KeptRules(how.kept())
                        .place(Fingerprint.of(read.files()), how.vocabulary(), how.bounds(), how.today());
    }

    /** The rules as they are kept, or null if there are none, or none that the guard lets pass. */
    private static @Nullable CompiledRules kept(KeptRules.Place place, List<RuleFile> files, Loading how) {
        Compilation made = place.read();
        if (made == null) {
            return null;
        }
        try {
            RuleBytecode.Checked checked = new RuleBytecode(how.vocabulary()).check(made.classes());
            if (!checked.refused().isEmpty()) {
                // Not what it is: someone other than the compiler wrote it.
                LOG.warn("The guard does not let pass what is kept in {}, and the rules are compiled anew", place);
                return null;
            }
            RuleClasses classes = new RuleClasses(checked.woven(), VisibleClasses.guarded(how.vocabulary()));
            return new CompiledRules(classes, made, files, place.fingerprint(), how);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.warn("What is kept in {} cannot be used, and the rules are compiled anew: {}", place, e.getClass());
            LOG.debug("It cannot be used because of this", e);
            return null;
        }
    }
}
