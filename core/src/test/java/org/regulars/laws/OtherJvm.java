package org.regulars.laws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.regulars.LoyaltyEngine;
import org.regulars.laws.Histories.History;

/** Decides the same events in a JVM of its own, where unordered sets have another order. */
public final class OtherJvm {

    private static final int RULE_SETS = 3;
    private static final int HISTORIES = 100;

    private OtherJvm() {}

    /** Writes what came of every event to the file named. */
    public static void main(String[] file) throws IOException {
        List<String> outcomes = new ArrayList<>();
        JqwikSession.run(() -> outcomes.addAll(outcomes()));
        Files.write(Path.of(file[0]), outcomes, StandardCharsets.UTF_8);
    }

    /** What comes of every event, with the event. */
    static List<String> outcomes() {
        RandomGenerator<History> histories = Histories.any().generator(HISTORIES);
        Random random = new Random(RuleSets.SEED);
        List<String> outcomes = new ArrayList<>();
        for (int number = 0; number < RULE_SETS; number++) {
            LoyaltyEngine engine = RuleSets.number(number).engine();
            for (int i = 0; i < HISTORIES; i++) {
                int ruleSet = number;
                Laws.play(
                        engine,
                        histories.next(random).value(),
                        (step, outcome) -> outcomes.add(step.event().id() + " of rule set " + ruleSet + " at "
                                + step.event().at() + " " + digest(outcome + outcome.explain())));
            }
        }
        return outcomes;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
