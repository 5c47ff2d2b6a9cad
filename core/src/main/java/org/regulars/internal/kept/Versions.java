package org.regulars.internal.kept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.drools.model.Model;

/** The versions of all that has a part in compiling rules. */
final class Versions {

    private static final String SNAPSHOT = "-SNAPSHOT";

    private Versions() {}

    /** This library's, Drools', and Java's. */
    static List<String> all() {
        String own = resource(Versions.class, "version.txt").strip();
        return List.of(
                "regulars " + (own.endsWith(SNAPSHOT) ? own + stamp() : own),
                "drools " + drools(),
                "java " + Runtime.version().feature());
    }

    private static String drools() {
        String version = Model.class.getPackage().getImplementationVersion();
        // Where many jars were made one, only this is left.
        return version == null
                ? resource(Model.class, "/META-INF/maven/org.drools/drools-canonical-model/pom.properties")
                : version;
    }

    private static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tells two builds of one snapshot apart: how large and how old the jar is, or the classes are. */
    private static String stamp() {
        CodeSource source = Versions.class.getProtectionDomain().getCodeSource();
        try {
            Path path = Path.of(Objects.requireNonNull(source).getLocation().toURI());
            try (Stream<Path> files = Files.walk(path)) {
                long[] sum = new long[2];
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    sum[0] += Files.size(file);
                    sum[1] = Math.max(sum[1], Files.getLastModifiedTime(file).toMillis());
                }
                return " of " + sum[0] + " bytes at " + sum[1];
            }
        } catch (IOException | URISyntaxException | RuntimeException e) {
            // In a jar in a jar, for instance: then a snapshot is known by its version alone.
            return "";
        }
    }
}
