package org.regulars.internal.kept;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;
import org.regulars.internal.guard.VisibleClasses;
import org.regulars.internal.reading.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that what is compiled, or what is warned of, hangs on: when any of it is other, nothing kept before counts. */
final class Key {

    private static final Logger LOG = LoggerFactory.getLogger(Key.class);

    private final MessageDigest digest = digest();

    private Key() {}

    /**
     * The key of rules with this fingerprint, loaded so; null if it cannot be told, because the application made one of its
     * facts in memory and there are no bytes to know it by.
     */
    static byte @Nullable [] of(String fingerprint, Vocabulary vocabulary, Bounds bounds, @Nullable LocalDate today) {
        Key key = new Key();
        key.add("regulars-kept-" + Entry.FORMAT);
        key.add(fingerprint);
        Versions.all().forEach(key::add);
        key.add(bounds.toString());
        key.add(String.valueOf(today));
        key.addSettings();
        for (Map.Entry<String, Set<String>> field : new TreeMap<>(vocabulary.values()).entrySet()) {
            key.add("values " + field.getKey());
            new TreeSet<>(field.getValue()).forEach(key::add);
        }
        new TreeMap<>(vocabulary.declared()).forEach((name, type) -> key.add("fact " + name + " " + type.getName()));
        try {
            for (Map.Entry<String, Class<?>> type :
                    VisibleClasses.declared(vocabulary).entrySet()) {
                key.add(type.getKey());
                key.add(bytes(type.getValue()));
            }
        } catch (IOException e) {
            LOG.debug("Rules on these facts are not kept", e);
            return null;
        }
        return key.digest.digest();
    }

    /** Drools can be told by system properties to compile otherwise. */
    private void addSettings() {
        for (String name : new TreeSet<>(System.getProperties().stringPropertyNames())) {
            if (name.startsWith("drools.") || name.startsWith("kie.")) {
                add(name + "=" + System.getProperty(name));
            }
        }
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        if (type.getClassLoader() == null) {
            // One of the JDK, which has a version.
            return new byte[0];
        }
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(type + " has no class file");
            }
            return in.readAllBytes();
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length, so that no two lists of texts run together to the same bytes. */
    private void add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
