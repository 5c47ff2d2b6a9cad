package org.regulars.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A peer in a JVM of its own, so that none runs in code that was compiled with another's habits in mind. It
 * stays ready between its turns, so that peers can take turns all the same. It is told what to do on standard
 * input, a line each time, and answers on standard output.
 */
final class Worker {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILATION = ManagementFactory.getCompilationMXBean();

    /** A compilation is counted when it ends, and a large one takes longer than a slice. */
    private static final int QUIET_SLICES = 3;

    private static final int AT_A_TIME = 16;
    private static final int MASK = Purchases.COUNT - 1;

    static final String WRONG = "wrong ";

    private volatile Object last = "";

    private Worker() {}

    /** Serves until its input ends: a workload and its peer, or what is kept of members with a past. */
    static void serve(String[] args) throws IOException, InterruptedException, ExecutionException {
        PrintStream out = System.out;
        System.setOut(System.err);
        List<String> names = List.of(args).subList(1, args.length);
        Map<String, Peer> peers;
        try {
            peers = args[0].equals(History.NAME)
                    ? History.checked(names)
                    : Map.of(names.get(0), Peers.checked(names.get(0), Workload.of(args[0])));
        } catch (Check.WrongAnswer e) {
            out.println(WRONG + e.toString().replace('\n', ' '));
            return;
        }
        out.println("ready");
        Worker worker = new Worker();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", -1);
                Peer peer = Objects.requireNonNull(peers.get(words[1]), words[1]);
                long number = Long.parseLong(words[2]);
                long[] answer = switch (words[0]) {
                    case "warm" -> worker.warm(peer, number);
                    case "run" -> worker.run(peer, number);
                    case "threads" -> worker.threads(peer, (int) number, Long.parseLong(words[3]));
                    case "latency" -> worker.latency(peer, (int) number, Long.parseLong(words[3]));
                    default -> throw new IllegalArgumentException("Cannot do '" + line + "'");
                };
                out.println(String.join(
                        " ", Arrays.stream(answer).mapToObj(Long::toString).toList()));
            }
        } finally {
            peers.values().forEach(Peer::close);
        }
    }

    /**
     * Decides until the JVM has nothing left to compile, but for so many milliseconds of processor time at least and at most
     * ten times as many: for how many. Who has more code takes longer until it is compiled.
     */
    private long[] warm(Peer peer, long millis) {
        long slice = Math.max(1, millis / 4);
        int quiet = 0;
        long ran = 0;
        while (ran < millis || (quiet < QUIET_SLICES && ran < 10 * millis)) {
            long before = COMPILATION.getTotalCompilationTime();
            run(peer, slice);
            ran += slice;
            boolean isQuiet = COMPILATION.getTotalCompilationTime() - before < slice / 25;
            quiet = isQuiet ? quiet + 1 : 0;
        }
        return new long[] {ran};
    }

    /** Decides for so many milliseconds of processor time: how many, in how many nanoseconds, with how many bytes. */
    private long[] run(Peer peer, long millis) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long begin = THREADS.getCurrentThreadCpuTime();
        long end = begin + millis * 1_000_000;
        long decided = 0;
        long now = begin;
        while (now < end) {
            for (int i = 0; i < AT_A_TIME; i++) {
                last = peer.decide((int) (decided++ & MASK));
            }
            now = THREADS.getCurrentThreadCpuTime();
        }
        return new long[] {decided, now - begin, THREADS.getCurrentThreadAllocatedBytes() - bytes};
    }

    /** Decides on so many threads for so many milliseconds by the clock: how many, in how many nanoseconds. */
    private long[] threads(Peer peer, int count, long millis) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            long begin = System.nanoTime();
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int from = i * 512;
                parts.add(threads.submit(() -> {
                    long decided = 0;
                    Object mine = "";
                    while (System.nanoTime() - begin < millis * 1_000_000) {
                        for (int j = 0; j < AT_A_TIME; j++) {
                            mine = peer.decide((int) (from + decided++ & MASK));
                        }
                    }
                    last = mine;
                    return decided;
                }));
            }
            long decided = 0;
            for (Future<Long> part : parts) {
                decided += part.get();
            }
            return new long[] {decided, System.nanoTime() - begin};
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Decides at a steady rate. A decision's time begins when it was due, not when the one before it was ready, so
     * that a pause counts for everybody who had to wait: the 50th, 99th and 99.9th percentile and the longest, in
     * nanoseconds.
     */
    private long[] latency(Peer peer, int perSecond, long millis) {
        int count = (int) (perSecond * millis / 1_000);
        long[] took = new long[count];
        long apart = 1_000_000_000L / perSecond;
        long begin = System.nanoTime() + apart;
        for (int i = 0; i < count; i++) {
            long due = begin + i * apart;
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            last = peer.decide(i & MASK);
            took[i] = System.nanoTime() - due;
        }
        Arrays.sort(took);
        return new long[] {took[count / 2], took[count * 99 / 100], took[(int) (count * 999L / 1000)], took[count - 1]};
    }
}
