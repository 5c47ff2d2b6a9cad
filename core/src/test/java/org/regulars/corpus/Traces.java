package org.regulars.corpus;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.regulars.hostile.Canary;
import org.regulars.hostile.Rocket;

/**
 * What code leaves behind: a song, a line of output, a file, a thread, another default. Taken before a rule file is loaded, and
 * compared with what is there when it is through.
 */
final class Traces implements AutoCloseable {

    private static final Path FILE = Path.of("target", "canary-sang");
    private static final Path ALIVE = Path.of("target", "canary-alive");

    private final Rocket rocket = new Rocket("first", 1);
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final Set<Thread> threads = Thread.getAllStackTraces().keySet();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, String> before;

    Traces() throws Exception {
        Canary.hush();
        Files.deleteIfExists(FILE);
        Files.writeString(ALIVE, "alive");
        before = state();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /** A fact of the application that can be changed. */
    Rocket rocket() {
        return rocket;
    }

    /** What is other than it was. */
    List<String> left() {
        List<String> left = new ArrayList<>();
        Map<String, String> after = state();
        before.forEach((what, then) -> {
            String now = after.get(what);
            if (!Objects.equals(then, now)) {
                left.add(what + " was " + then + " and is " + now);
            }
        });
        if (printed.size() > 0) {
            left.add("printed " + printed.toString(StandardCharsets.UTF_8));
        }
        Set<String> more = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !threads.contains(thread))
                .map(Thread::getName)
                // The test runner's own watch over the time a test takes, and those with which Drools compiles.
                .filter(name -> !name.startsWith("junit") && !name.startsWith("ForkJoinPool"))
                .collect(Collectors.toCollection(TreeSet::new));
        more.remove(Thread.currentThread().getName());
        if (!more.isEmpty()) {
            left.add("threads " + more);
        }
        return left;
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        System.clearProperty("regulars.canary");
        Rocket.pad = "pad";
        Canary.hush();
    }

    private Map<String, String> state() {
        Thread self = Thread.currentThread();
        Map<String, String> state = new LinkedHashMap<>();
        state.put("the canary's songs", Canary.heard().toString());
        state.put("the application's fact", rocket.toString());
        state.put("the canary's file", String.valueOf(Files.exists(FILE)));
        state.put("the canary's other file", String.valueOf(Files.exists(ALIVE)));
        state.put("the canary's property", String.valueOf(System.getProperty("regulars.canary")));
        state.put("the properties", String.valueOf(System.getProperties().size() > 10));
        state.put("the locale", Locale.getDefault().toString());
        state.put("the time zone", TimeZone.getDefault().getID());
        state.put(
                "the security providers",
                Arrays.stream(Security.getProviders())
                        .map(Provider::getName)
                        .toList()
                        .toString());
        state.put("the thread's name", self.getName());
        state.put("the thread's interrupt", String.valueOf(self.isInterrupted()));
        state.put("the thread's class loader", String.valueOf(self.getContextClassLoader()));
        return state;
    }
}
