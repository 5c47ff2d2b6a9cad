package org.regulars;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.RuleCompiler;
import org.regulars.internal.rules.RuleFiles;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;

/**
 * Rule files, checked and compiled: what one program promises.
 *
 * <p>Immutable, and safe to share between threads. Building one takes from some hundred milliseconds
 * to some seconds, so build it once, off the path of a request, and keep it. Rule names are unique over
 * all files of a set, because an outcome, a test and a customer know an offer by its name. Files are
 * UTF-8; a byte order mark and Windows line ends are fine.
 */
public final class RuleSet implements AutoCloseable {

    private final CompiledRules program;

    private RuleSet(RuleFiles files) {
        this.program = RuleCompiler.compile(files);
    }

    /**
     * The {@code .drl} files in a directory and below it.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public static RuleSet fromDirectory(Path directory) {
        return new RuleSet(new RuleFiles().directory(directory));
    }

    /**
     * Single files, known by their file names.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public static RuleSet fromFiles(Path... files) {
        RuleFiles read = new RuleFiles();
        for (Path file : files) {
            read.file(file);
        }
        return new RuleSet(read);
    }

    /**
     * Resources of the class path, as the calling thread's context class loader sees it: {@code
     * fromClasspath( "coffee-punch-card/coffee-punch-card.drl" )}.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public static RuleSet fromClasspath(String... resources) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? RuleSet.class.getClassLoader() : context;
        RuleFiles read = new RuleFiles();
        for (String resource : resources) {
            read.resource(resource, loader);
        }
        return new RuleSet(read);
    }

    /**
     * A rule file given as text, known as {@code rules.drl}.
     *
     * @throws RuleSetException with everything that is wrong with it
     */
    public static RuleSet fromText(String text) {
        return fromTexts(Map.of("rules.drl", text));
    }

    /**
     * Rule files given as texts, by file name.
     *
     * @throws RuleSetException with everything that is wrong with them
     */
    public static RuleSet fromTexts(Map<String, String> textByFileName) {
        RuleFiles read = new RuleFiles();
        textByFileName.forEach(read::text);
        return new RuleSet(read);
    }

    /** Everything that is wrong with the rule files in a directory; never throws for bad rules. */
    public static List<RuleProblem> check(Path directory) {
        try {
            fromDirectory(directory).close();
            return List.of();
        } catch (RuleSetException e) {
            return e.problems();
        }
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
