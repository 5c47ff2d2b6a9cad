package org.regulars.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The twenty rules of a corner shop, and three more that say what its points and tiers are. */
final class Typical {

    private Typical() {}

    /** The rules for Regulars. */
    static String rules() {
        return text("typical.drl");
    }

    /** The same for plain Drools. */
    static String naiveRules() {
        return text("naive-typical.drl");
    }

    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Typical.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
