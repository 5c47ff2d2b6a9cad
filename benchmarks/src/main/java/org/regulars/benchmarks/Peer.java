package org.regulars.benchmarks;

/** One way to decide the purchases of a workload. Any number of threads may ask it at once. */
interface Peer extends AutoCloseable {

    /** Decides a purchase. What it returns is what the peer has at the end, and is not to be thrown away unseen. */
    Object decide(int place);

    /** Decides a purchase, and says what it brings. */
    Answer answer(int place);

    /** Gives back what it holds. */
    @Override
    default void close() {}
}
