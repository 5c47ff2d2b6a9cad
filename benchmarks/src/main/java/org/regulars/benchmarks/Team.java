package org.regulars.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Some peers, each in the JVM of a {@link Worker}, ready, checked and warm. */
final class Team implements AutoCloseable {

    private final Map<String, Link> links = new TreeMap<>();

    private Team() {}

    /** The peers of a workload, each in a JVM of its own. */
    static Team of(Workload workload, List<String> peers, long warmUp) {
        Team team = new Team();
        for (String peer : peers) {
            team.links.put(peer, new Link(workload.toString(), List.of(peer)));
        }
        return team.warm(warmUp);
    }

    /** Members with a past in one JVM, for it is the same code that decides for each. */
    static Team ofMembers(List<String> members, long warmUp) {
        Team team = new Team();
        Link link = new Link(History.NAME, members);
        members.forEach(member -> team.links.put(member, link));
        return team.warm(warmUp);
    }

    private Team warm(long warmUp) {
        List<CompletableFuture<Void>> ready = new ArrayList<>();
        for (Link link : links.values().stream().distinct().toList()) {
            ready.add(CompletableFuture.runAsync(() -> {
                link.expectReady();
                links.forEach((peer, its) -> {
                    if (its == link) {
                        link.ask("warm " + peer + " " + warmUp);
                    }
                });
            }));
        }
        try {
            CompletableFuture.allOf(ready.toArray(CompletableFuture<?>[]::new)).join();
            return this;
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof Check.WrongAnswer wrong ? wrong : e;
        }
    }

    /** Lets a peer do something, while the others wait. */
    long[] ask(String what, String peer, long... numbers) {
        StringBuilder question = new StringBuilder(what).append(' ').append(peer);
        for (long number : numbers) {
            question.append(' ').append(number);
        }
        return Objects.requireNonNull(links.get(peer), peer).ask(question.toString());
    }

    @Override
    public void close() {
        links.values().forEach(Link::close);
    }

    /** What goes to one JVM and comes from it. */
    private static final class Link {

        private final String name;
        private final Process worker;
        private final BufferedReader answers;
        private final PrintWriter questions;

        Link(String workload, List<String> peers) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xms512m",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "worker",
                    workload));
            command.addAll(peers);
            try {
                name = workload + " " + String.join(" ", peers);
                worker = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                answers = worker.inputReader(StandardCharsets.UTF_8);
                questions = new PrintWriter(worker.outputWriter(StandardCharsets.UTF_8), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void expectReady() {
            String line = line();
            if (line.startsWith(Worker.WRONG)) {
                throw new Check.WrongAnswer(line.substring(Worker.WRONG.length()));
            }
        }

        long[] ask(String question) {
            questions.println(question);
            return Arrays.stream(line().split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
        }

        private String line() {
            try {
                String line = answers.readLine();
                if (line == null) {
                    throw new IllegalStateException("The worker of " + name + " ended");
                }
                return line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            worker.destroy();
        }
    }
}
