package org.regulars.examples.foodmart;

/** Shows someone who waits how far a job has come. Closing it ends what it has begun to write. */
sealed interface Progress extends AutoCloseable permits ProgressBar, ProgressLines {

    /** Says that so many things are done by now, counted from the beginning. */
    void done(int count);

    @Override
    void close();
}
