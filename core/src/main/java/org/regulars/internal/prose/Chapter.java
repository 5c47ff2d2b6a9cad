package org.regulars.internal.prose;

/** The sections of the terms, in the order in which a customer asks for them. */
enum Chapter {
    /** What brings points. */
    EARNING("How you earn"),
    /** What is given. */
    GIVING("What you get"),
    /** What the member must ask for. */
    REWARDS("Rewards you can ask for"),
    /** The ladders, and what leads up and down. */
    TIERS("Tiers"),
    /** How much is earned at most. */
    LIMITS("Limits"),
    /** How kinds are counted, and how long they last. */
    LIFE("What you hold, and how long it lasts"),
    /** What happens when a purchase is brought back. */
    RETURNS("Returns"),
    /** The zone, and offers that end. */
    TIMES("Dates and times"),
    /** What the words mean. */
    READING("How these terms are to be read");

    private final String heading;

    Chapter(String heading) {
        this.heading = heading;
    }

    /** What stands above it. */
    String heading() {
        return heading;
    }
}
