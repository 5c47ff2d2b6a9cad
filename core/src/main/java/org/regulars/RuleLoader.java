package org.regulars;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.RuleFiles;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.internal.rules.Loading;
import org.regulars.internal.rules.RuleLoading;

/**
 * How rule files are loaded, where the ways of {@link RuleSet} alone do not say enough: with facts of the application's
 * own, with the words its goods have, within other bounds, or without the guard.
 *
 * <pre>{@code
 * RuleSet rules = RuleSet.loader()
 *     .facts( Weather.class )
 *     .values( "category", "coffee", "tea", "bakery" )
 *     .fromDirectory( Path.of( "rules" ) );
 * }</pre>
 *
 * <p><b>The guard</b> is on unless {@link #trusted} is called. A guarded rule file can say what goes before {@code when},
 * {@code then} and {@code end} in the words of {@code org.regulars.facts} and {@code org.regulars.decisions}, and nothing else:
 * it runs no other code, neither while it is loaded nor later, sees no other class, and uses up no more than the {@link
 * Bounds}. What this promises and what it does not stands in {@code SECURITY.md}.
 *
 * <p>Immutable, and safe to share between threads: every method returns a loader with one thing more.
 */
public final class RuleLoader {

    private final Map<String, Class<?>> facts;
    private final Map<String, Set<String>> values;
    private final Bounds bounds;
    private final boolean trusted;
    private final @Nullable LocalDate today;
    private final @Nullable Path kept;

    private RuleLoader(
            Map<String, Class<?>> facts,
            Map<String, Set<String>> values,
            Bounds bounds,
            boolean trusted,
            @Nullable LocalDate today,
            @Nullable Path kept) {
        this.facts = Map.copyOf(facts);
        this.values = Map.copyOf(values);
        this.bounds = bounds;
        this.trusted = trusted;
        this.today = today;
        this.kept = kept;
    }

    /** The guarded loader behind {@link RuleSet#fromDirectory} and its like. */
    static RuleLoader standard() {
        return new RuleLoader(Map.of(), Map.of(), Bounds.standard(), false, null, null);
    }

    /**
     * With facts of the application's own, which rules name by the class's simple name, and which are given to {@link
     * LoyaltyEngine#decide} with an event. Rules can call their public methods that take and return values; what those do
     * is the application's affair, so they should only tell.
     *
     * @throws IllegalArgumentException if a class is not public, is in no package, or has a name that the library or another one has already
     */
    public RuleLoader facts(Class<?>... types) {
        Map<String, Class<?>> more = new LinkedHashMap<>(facts);
        for (Class<?> type : types) {
            String name = type.getSimpleName();
            if (!isPublic(type) || type.isInterface() || type.isPrimitive() || type.isArray()) {
                throw new IllegalArgumentException(
                        "A fact is a public class, and " + type.getName() + " is not. Maybe a public record?");
            }
            if (type.getPackageName().isEmpty()) {
                throw new IllegalArgumentException("A fact is in a package, and " + type.getName()
                        + " is in none, where no rule can name it. Maybe a package line in its file?");
            }
            Class<?> other = more.put(name, type);
            if (Vocabulary.isTaken(name) || (other != null && other != type)) {
                throw new IllegalArgumentException("There is a word " + name + " already, so " + type.getName()
                        + " cannot be a fact. Maybe another name?");
            }
        }
        return new RuleLoader(more, values, bounds, trusted, today, kept);
    }

    /**
     * With all that a field can be, so that a misspelt one is an error: {@code values( "category", "coffee", "tea" )}.
     * Fields are those of the facts, such as {@code category} and {@code name}, attributes that rules ask for with {@code
     * text( "channel" )}, and {@code kind} for kinds that no rule of these files earns. Called again for a field, it adds.
     */
    public RuleLoader values(String field, String... values) {
        Map<String, Set<String>> more = new LinkedHashMap<>(this.values);
        Set<String> all = new TreeSet<>(more.getOrDefault(field, Set.of()));
        all.addAll(List.of(values));
        more.put(field, Set.copyOf(all));
        return new RuleLoader(facts, more, bounds, trusted, today, kept);
    }

    /**
     * As of a day, mostly today: what is loaded is warned of offers that have ended by then. Without a day it is not, because
     * loading rules looks at no clock.
     */
    public RuleLoader asOf(LocalDate today) {
        return new RuleLoader(facts, values, bounds, trusted, today, kept);
    }

    /**
     * Keeping what was compiled in a directory, so that the same rules need not be compiled again when the application starts
     * anew. The directory is made if it is not there. It is for these files alone, and for one user: whoever can write to it can
     * change what rules decide, as whoever can write to the rule files can, and no more than that: what is read from it goes
     * through the guard like what was just compiled.
     *
     * <p>What is kept counts only for the very same texts, facts, values, bounds, day, Java, Drools and version of this library; else,
     * and if it is damaged or cannot be read, the rules are compiled and kept anew. That it cannot be written fails nothing: the
     * log says so. Rules that cannot be loaded are not kept, and neither are {@link #trusted} ones. Beyond the 50 newest, what is
     * kept is deleted.
     */
    public RuleLoader keptIn(Path directory) {
        return new RuleLoader(facts, values, bounds, trusted, today, directory);
    }

    /** Within other bounds. */
    public RuleLoader within(Bounds bounds) {
        return new RuleLoader(facts, values, bounds, trusted, today, kept);
    }

    /**
     * Without the guard, for rules that are part of the application's own code and reviewed like it. Such rules can run any
     * Java: never load so what a merchant, a tenant or a form can change.
     *
     * <p>They are not held to the house style, see every class this library sees, and of the {@link Bounds} only firings,
     * matches, decisions and facts hold for them. What the laws need still holds: rules only, without anything that orders
     * them, and decisions only.
     */
    public RuleLoader trusted() {
        return new RuleLoader(facts, values, bounds, true, today, kept);
    }

    /**
     * The {@code .drl} files in a directory and below it.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public RuleSet fromDirectory(Path directory) {
        return load(new RuleFiles().directory(directory));
    }

    /**
     * Single files, known by their file names.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public RuleSet fromFiles(Path... files) {
        RuleFiles read = new RuleFiles();
        for (Path file : files) {
            read.file(file);
        }
        return load(read);
    }

    /**
     * Resources of the class path, as the calling thread's context class loader sees it: {@code
     * fromClasspath( "coffee-punch-card/coffee-punch-card.drl" )}.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public RuleSet fromClasspath(String... resources) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? RuleSet.class.getClassLoader() : context;
        RuleFiles read = new RuleFiles();
        for (String resource : resources) {
            read.resource(resource, loader);
        }
        return load(read);
    }

    /**
     * A rule file given as text, known as {@code rules.drl}.
     *
     * @throws RuleSetException with everything that is wrong with it
     */
    public RuleSet fromText(String text) {
        return fromTexts(Map.of("rules.drl", text));
    }

    /**
     * Rule files given as texts, by file name.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public RuleSet fromTexts(Map<String, String> textByFileName) {
        RuleFiles read = new RuleFiles();
        textByFileName.forEach(read::text);
        return load(read);
    }

    /**
     * Everything that is wrong with the rule files in a directory, and what is probably not meant so; in the order of
     * files and lines. Never throws for bad rules.
     */
    public List<RuleProblem> check(Path directory) {
        try (RuleSet rules = fromDirectory(directory)) {
            return rules.warnings();
        } catch (RuleSetException e) {
            return new ArrayList<>(e.problems());
        }
    }

    /**
     * The rules in a directory, and from then on whatever they are changed to; looks every second. See {@link RuleDirectory}.
     *
     * @throws RuleSetException if there are no good rules to begin with, with everything that is wrong with them
     */
    public RuleDirectory watch(Path directory) {
        return watch(directory, RuleDirectory.EVERY, rules -> {});
    }

    /**
     * The same, looking so often and telling of changes.
     *
     * @param every how long it waits between two looks. Each reads all files; a change is taken over after two.
     * @param changed told on the thread that looks whenever other rules are in use or something else is wrong with the files,
     *     with the directory, whose {@link RuleDirectory#problems} are still the same then. What it throws is logged.
     * @throws RuleSetException if there are no good rules to begin with, with everything that is wrong with them
     */
    public RuleDirectory watch(Path directory, Duration every, Consumer<RuleDirectory> changed) {
        return RuleDirectory.watching(directory, this, every, changed);
    }

    RuleSet load(RuleFiles files) {
        return new RuleSet(
                RuleLoading.load(files, new Loading(new Vocabulary(facts, values), bounds, trusted, today, kept)));
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return true;
    }
}
