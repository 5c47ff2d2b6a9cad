package org.regulars.internal.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.regulars.internal.reading.Vocabulary;

/**
 * Looks through the bytecode that became of rule files, before any of it is loaded, and says what in it no rule may use.
 *
 * <p>This is the guard. Whatever tricks a rule's text plays on parsers and compilers, in the end it must become one of the
 * classes below, made of nothing but the members on the lists of {@link Allowed}.
 */
public final class RuleBytecode {

    private static final String HASH = "[0-9A-F]{32}";

    private static final Pattern RULE =
            Pattern.compile("org/regulars/offers/P[0-9A-F]{2}/Lambda(Consequence|Extractor|Predicate)" + HASH);

    private static final Pattern MODEL = Pattern.compile("org/regulars/offers/(Rules" + HASH
            + "(Rule(Method)?s\\d+)?|DomainClassesMetadata" + HASH + "(\\$[^.;\\[/<>]+_Metadata)?)");

    /** It finds the other classes by name, and is never loaded: we know them. */
    private static final Pattern UNUSED = Pattern.compile("org/drools/project/model/ProjectModel\\w*");

    private final Allowed allowed;

    /** For rules in this vocabulary. */
    public RuleBytecode(Vocabulary vocabulary) {
        this.allowed = new Allowed(vocabulary);
    }

    /**
     * What was found.
     *
     * @param woven the classes as they can be loaded, by their names as in {@code java.lang.String}
     * @param refused what no rule may use, by the name of the rule that uses it; empty if all is well
     */
    public record Checked(Map<String, byte[]> woven, Map<String, String> refused) {}

    /** Checks all classes, by their internal names, and weaves the meter into them. */
    public Checked check(Map<String, byte[]> classes) {
        Map<String, byte[]> woven = new LinkedHashMap<>();
        Map<String, String> refused = new TreeMap<>();
        RulesOfClasses rules = new RulesOfClasses();
        classes.forEach((name, bytes) -> {
            if (MODEL.matcher(name).matches()) {
                rules.read(bytes);
            }
        });
        classes.forEach((name, bytes) -> {
            if (!UNUSED.matcher(name).matches()) {
                String what = refusal(name, bytes, classes);
                if (what != null) {
                    refused.putIfAbsent(rules.of(name), what);
                } else {
                    woven.put(name.replace('/', '.'), isRule(name) ? Weaver.weave(bytes) : bytes);
                }
            }
        });
        if (refused.size() > 1) {
            // What is in no rule's own class follows from what is.
            refused.remove("");
        }
        return new Checked(woven, refused);
    }

    /** Whether a class holds what a merchant wrote. */
    static boolean isRule(String name) {
        return RULE.matcher(name).matches();
    }

    /** What a class does that it may not, or null for nothing. */
    @Nullable
    String refusal(String name, byte[] bytes, Map<String, byte[]> all) {
        if (!isRule(name) && !MODEL.matcher(name).matches()) {
            return "a class of its own";
        }
        try {
            ClassReader reader = new ClassReader(bytes);
            if (!reader.getClassName().equals(name)) {
                return "a class under another name";
            }
            reader.accept(new ClassCheck(allowed, all.keySet(), isRule(name)), 0);
            return null;
        } catch (NotAllowed e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            // ASM throws whatever it likes at bytes that are no class file.
            return "what cannot be read as a class (" + e.getClass().getSimpleName() + ")";
        }
    }

    /** Ends the look through one class. */
    static final class NotAllowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAllowed(String what) {
            super(what);
        }
    }
}
