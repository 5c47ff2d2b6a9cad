package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The thread that looks at a rule directory. Waits for what it tells, never for time. */
@Timeout(120)
class RuleDirectoryThreadTest {

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Instant NOW = Instant.parse("2026-11-23T07:15:00Z");
    private static final Member ANA = Member.of("ana", NOW);
    private static final Purchase COFFEE = Purchase.of("till-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");

    @TempDir
    private Path directory;

    private final BlockingQueue<Thread> told = new LinkedBlockingQueue<>();

    @Test
    void a_change_is_built_and_told_on_one_thread_that_does_not_keep_the_application_alive() throws Exception {
        write(1);
        try (RuleDirectory rules = watch(each -> told.add(Thread.currentThread()))) {
            write(2);
            Thread first = told.take();
            assertThat(earned(rules)).isEqualTo(2);
            write(3);

            assertThat(told.take()).isSameAs(first).isNotSameAs(Thread.currentThread());
            assertThat(first.isDaemon()).isTrue();
            assertThat(earned(rules)).isEqualTo(3);
        }
    }

    @Test
    void decisions_go_on_by_the_old_rules_while_a_listener_takes_its_time() throws Exception {
        write(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (RuleDirectory rules = watch(each -> {
            told.add(Thread.currentThread());
            await(goOn);
        })) {
            write(2);
            told.take();
            write(3);
            assertThat(earned(rules)).isEqualTo(2);

            goOn.countDown();
            told.take();
            assertThat(earned(rules)).isEqualTo(3);
        }
    }

    @Test
    void neither_a_listener_that_throws_nor_one_that_interrupts_ends_the_thread() throws Exception {
        write(1);
        try (RuleDirectory rules = watch(each -> {
            told.add(Thread.currentThread());
            Thread.currentThread().interrupt();
            throw new AssertionError("the mail server is down");
        })) {
            write(2);
            Thread first = told.take();
            write(3);
            assertThat(told.take()).isSameAs(first);
            assertThat(earned(rules)).isEqualTo(3);
        }
    }

    @Test
    void closing_ends_the_thread_and_waits_for_it() throws Exception {
        write(1);
        RuleDirectory rules = watch(each -> told.add(Thread.currentThread()));
        write(2);
        Thread thread = told.take();

        rules.close();
        assertThat(thread.isAlive()).isFalse();
        rules.close();
        write(3);
        assertThat(told).isEmpty();
    }

    @Test
    void it_can_be_closed_from_the_listener_and_by_an_interrupted_thread() throws Exception {
        write(1);
        RuleDirectory rules = watch(each -> {
            each.close();
            told.add(Thread.currentThread());
        });
        write(2);
        Thread thread = told.take();

        Thread.currentThread().interrupt();
        rules.close();

        assertThat(Thread.interrupted()).as("it says so still").isTrue();
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void it_looks_every_second_unless_told_otherwise_and_never_without_a_pause() throws Exception {
        write(1);
        try (RuleDirectory rules = RuleDirectory.watch(directory)) {
            assertThat(earned(rules)).isEqualTo(1);
        }
        for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> RuleSet.loader().watch(directory, none, each -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(none.toString());
        }
    }

    private RuleDirectory watch(Consumer<RuleDirectory> changed) {
        return RuleSet.loader().watch(directory, OFTEN, changed);
    }

    private static int earned(RuleDirectory rules) {
        return rules.decide(ANA, COFFEE).earned("points").intValueExact();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At once, because at this pace two looks may see the same half of a file. */
    private void write(int points) throws IOException {
        Path beside = Files.writeString(directory.resolve("points.new"), """
                rule "%d points for coming"
                when
                    Paid()
                then
                    insert( Earn.of( %d, "points" ) );
                end
                """.formatted(points, points));
        Files.move(beside, directory.resolve("points.drl"), StandardCopyOption.ATOMIC_MOVE);
    }
}
