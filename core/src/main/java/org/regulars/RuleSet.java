package org.regulars;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.regulars.internal.prose.Prose;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;

/**
 * Rule files, checked and compiled: what one program promises.
 *
 * <p>Immutable, and safe to share between threads. Building one takes from some hundred milliseconds
 * to some seconds, so build it once, off the path of a request, and keep it. Rule names are unique over
 * all files of a set, because an outcome, a test and a customer know an offer by its name. Files are
 * UTF-8; a byte order mark and Windows line ends are fine.
 *
 * <p>Whatever way they are loaded, the guard is on: a rule file cannot hurt the application. {@link RuleLoader} says how.
 */
public final class RuleSet implements AutoCloseable {

    private final CompiledRules program;

    RuleSet(CompiledRules program) {
        this.program = program;
    }

    /** To load rules with more than their files: facts of the application's own, other bounds. */
    public static RuleLoader loader() {
        return RuleLoader.standard();
    }

    /** See {@link RuleLoader#fromDirectory}. */
    public static RuleSet fromDirectory(Path directory) {
        return loader().fromDirectory(directory);
    }

    /** See {@link RuleLoader#fromFiles}. */
    public static RuleSet fromFiles(Path... files) {
        return loader().fromFiles(files);
    }

    /** See {@link RuleLoader#fromClasspath}. */
    public static RuleSet fromClasspath(String... resources) {
        return loader().fromClasspath(resources);
    }

    /** See {@link RuleLoader#fromText}. */
    public static RuleSet fromText(String text) {
        return loader().fromText(text);
    }

    /** See {@link RuleLoader#fromTexts}. */
    public static RuleSet fromTexts(Map<String, String> textByFileName) {
        return loader().fromTexts(textByFileName);
    }

    /** See {@link RuleLoader#check}. */
    public static List<RuleProblem> check(Path directory) {
        return loader().check(directory);
    }

    /** What is probably not meant so in these rules, though they can be used. */
    public List<RuleProblem> warnings() {
        return program.warnings();
    }

    /**
     * What tells these rules from others: the SHA-256 of all files, as hexadecimal text, and of the
     * version of this library's reading of them. The same texts under the same names give the same fingerprint,
     * however they are loaded.
     */
    public String fingerprint() {
        return program.fingerprint();
    }

    /**
     * The rules that answer events, in the order of files and lines. Rules on {@code Program}, which
     * define the program when it is loaded, are not among them.
     */
    public List<Offer> offers() {
        return program.offers();
    }

    /** The program's time zone, in which its dates, days and hours are meant. */
    public ZoneId zone() {
        return program.definitions().zone();
    }

    /** The kinds the rules define, by name. A kind that no rule defines is not among them. */
    public List<Kind> kinds() {
        return program.definitions().kinds();
    }

    /** The ladders of tiers the rules define, by name. */
    public List<Tiers> ladders() {
        return program.definitions().ladders();
    }

    /** What these rules promise, in sentences for customers. Takes some milliseconds; keep it if it is shown often. */
    public Terms terms() {
        return Prose.of(program);
    }

    /** Gives back all it holds. Engines on it end with it. */
    @Override
    public void close() {
        program.close();
    }

    /** What the engine fires. */
    CompiledRules program() {
        return program;
    }
}
