package org.regulars.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the time and the bytes of a decision go, by the samples of Java Flight Recorder. Each goes to the first of these parts
 * above its leaf that {@code decide} has called.
 */
final class Profile {

    private static final String DECIDING = "org.regulars.internal.deciding.";

    /** What a decision is made of. */
    enum Part {
        RULES("asking the rules, three times: conditions, consequences, what they insert"),
        DECISIONS(
                "checking decisions, putting them in their one order, the best of a group, the till",
                "Proposals",
                "Proposal",
                "Checks",
                "BestOf",
                "Till"),
        EARNING(
                "working out what is earned",
                "Answer",
                "Earning",
                "OfKind",
                "Factors",
                "Shares",
                "Allocation",
                "Attribution",
                "Lives",
                "Limits"),
        LOTS("the lots: what is held before and after, new lots and their ends, postings", "Ledger", "Lots", "LotList"),
        REWARDS(
                "thresholds over balances, tiers, rewards, refusals with their reasons",
                "Balances",
                "Giving",
                "Climbing",
                "Costs",
                "Overdrafts"),
        RECEIPT("what the rules see, the bill, what became of each line", "FactsOf", "LineOrder", "Bill", "BillLine"),
        AROUND(
                "admission, the fingerprint of the event, the calendar, the member before and after, the outcome",
                "Admission",
                "Digest",
                "Calendar",
                "Account",
                "OutcomeOf",
                "OwnFacts",
                "Counters"),
        BETWEEN("leading from one to the next");

        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // every one is a Set.of
        private final Set<String> classes;

        Part(String words, String... classes) {
            this.words = words;
            this.classes = Set.of(classes);
        }

        /** The classes it is done by. */
        List<String> classNames() {
            return classes.stream().map(DECIDING::concat).toList();
        }

        private boolean isDoneBy(String type) {
            return this == RULES
                    ? type.startsWith("org.regulars.internal.rules.") || type.startsWith("org.regulars.offers.")
                    : type.startsWith(DECIDING) && classes.contains(type.substring(DECIDING.length()));
        }
    }

    private final Map<Part, Long> samples = new EnumMap<>(Part.class);
    private final Map<Part, Long> bytes = new EnumMap<>(Part.class);

    private Profile() {}

    /** Decides until the JVM is warm, and then for as long again while it is looked at. */
    static List<String> of(Workload workload, Duration time) throws IOException {
        Profile profile = new Profile();
        Path file = Files.createTempFile("decisions", ".jfr");
        try (Peer peer = Peers.checked(Peers.REGULARS, workload);
                Recording recording = new Recording()) {
            decide(peer, time);
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(5));
            recording.enable("jdk.ObjectAllocationSample").with("throttle", "1000/s");
            recording.start();
            // The first sample of a thread stands for all it allocated before.
            decide(peer, time.dividedBy(10));
            Instant from = Instant.now();
            decide(peer, time);
            recording.dump(file);
            profile.read(file, from);
        } finally {
            Files.delete(file);
        }
        return profile.table();
    }

    private static void decide(Peer peer, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            peer.decide(i % Purchases.COUNT);
        }
    }

    private void read(Path file, Instant from) throws IOException {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                Part part =
                        event.getStackTrace() == null || event.getStartTime().isBefore(from)
                                ? null
                                : part(event.getStackTrace().getFrames());
                if (part != null) {
                    boolean isTime = event.getEventType().getName().equals("jdk.ExecutionSample");
                    (isTime ? samples : bytes).merge(part, isTime ? 1 : event.getLong("weight"), Long::sum);
                }
            }
        }
    }

    /** The part that frames, the innermost first, are in; null if nothing was being decided. */
    private static @Nullable Part part(List<RecordedFrame> frames) {
        Part part = null;
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName().replaceFirst("\\$.*", "");
            if (type.equals(DECIDING + "Decider") && frame.getMethod().getName().equals("decide")) {
                return part == null ? Part.BETWEEN : part;
            }
            for (Part each : Part.values()) {
                part = each.isDoneBy(type) ? each : part;
            }
        }
        return null;
    }

    private List<String> table() {
        long allSamples = samples.values().stream().mapToLong(Long::longValue).sum();
        long allBytes = bytes.values().stream().mapToLong(Long::longValue).sum();
        List<String> lines = new ArrayList<>(List.of("| part | processor | bytes |", "|---|--:|--:|"));
        for (Part part : Part.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d %% | %d %% |",
                    part.words,
                    percent(samples.getOrDefault(part, 0L), allSamples),
                    percent(bytes.getOrDefault(part, 0L), allBytes)));
        }
        return lines;
    }

    private static long percent(long some, long all) {
        return all == 0 ? 0 : Math.round(100.0 * some / all);
    }
}
