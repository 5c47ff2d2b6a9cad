package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.guard.RuleClasses;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleParser;
import org.regulars.internal.reading.Vocabulary;

/** Rules at work in two ways: as they are, and all of them in Drools sessions. Compiled once for both. */
public final class BothWays {

    private static final Pattern NAME = Pattern.compile("(?m)^(\\s*rule\\s+\")");

    private final RulesAtWork asked;
    private final RulesAtWork inSessions;
    private final Map<String, Integer> fired = new TreeMap<>();
    private int refused;

    private BothWays(RulesAtWork asked, RulesAtWork inSessions) {
        this.asked = asked;
        this.inSessions = inSessions;
    }

    /** The rules of all these files, each called after its file first, so that no two have one name. */
    public static BothWays of(Map<String, String> texts) {
        List<RuleFile> files = new ArrayList<>();
        new TreeMap<>(texts)
                .forEach((name, text) ->
                        files.add(new RuleFile(name, NAME.matcher(text).replaceAll("$1" + name + ": "))));
        List<ParsedRule> rules = files.stream()
                .flatMap(file -> RuleParser.read(file, file.text()).file().rules().stream())
                .toList();
        Loading how = new Loading(Vocabulary.own(), Bounds.standard(), false, null);
        return OwnClassLoader.during(() -> {
            RuleClasses classes = built(files, rules, how);
            return new BothWays(
                    RulesAtWork.of(classes, rules, how.vocabulary()),
                    RulesAtWork.inSessions(classes, rules, how.vocabulary()));
        });
    }

    private static RuleClasses built(List<RuleFile> files, List<ParsedRule> rules, Loading how) {
        try {
            return RuleCompiler.build(files, rules, how, new Problems());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often each rule has inserted something. */
    public Map<String, Integer> fired() {
        return fired;
    }

    /** How many events were refused, in both ways. */
    public int refused() {
        return refused;
    }

    /** Where the two differ on so many events; empty if nowhere. */
    public String difference(DrawnFacts facts, int events, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < events; i++) {
            List<List<Object>> batches = batches(facts.draw(random), random);
            List<@Nullable Map<Firing.Insertion, Integer>> one = play(asked, batches);
            List<@Nullable Map<Firing.Insertion, Integer>> other = play(inSessions, batches);
            if (!one.equals(other)) {
                return "event " + i + ": " + one + "\nbut in sessions\n" + other;
            }
            for (Map<Firing.Insertion, Integer> run : one) {
                if (run == null) {
                    refused++;
                } else {
                    run.forEach(
                            (insertion, times) -> fired.merge(insertion.offer().name(), times, Integer::sum));
                }
            }
        }
        return "";
    }

    /** Where eight threads at once get something else than one alone. */
    public String differenceOfThreads(DrawnFacts facts, int events, long seed) {
        Random random = new Random(seed);
        List<List<List<Object>>> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(batches(facts.draw(random), random));
        }
        List<List<@Nullable Map<Firing.Insertion, Integer>>> alone =
                all.stream().map(each -> play(asked, each)).toList();
        return IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.supplyAsync(
                        () -> all.stream().map(each -> play(asked, each)).toList(), run -> new Thread(run).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(together -> !together.equals(alone))
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }

    /** The facts in any order, in one to four parts. */
    private static List<List<Object>> batches(List<Object> facts, Random random) {
        Collections.shuffle(facts, random);
        List<List<Object>> batches = new ArrayList<>();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            batches.add(facts.subList(i * facts.size() / parts, (i + 1) * facts.size() / parts));
        }
        return batches;
    }

    /** What each run inserted, and how often; null for one that was refused, which is the last. */
    private static List<@Nullable Map<Firing.Insertion, Integer>> play(RulesAtWork rules, List<List<Object>> batches) {
        List<@Nullable Map<Firing.Insertion, Integer>> runs = new ArrayList<>();
        try (Firing firing = new Firing(rules, Bounds.standard())) {
            for (List<Object> batch : batches) {
                batch.forEach(firing::insert);
                Map<Firing.Insertion, Integer> counted = new HashMap<>();
                Meter.within(Bounds.standard(), firing::run).forEach(each -> counted.merge(each, 1, Integer::sum));
                runs.add(counted);
            }
        } catch (RuleFailure e) {
            runs.add(null);
        }
        return runs;
    }
}
