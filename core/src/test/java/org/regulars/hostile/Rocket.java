package org.regulars.hostile;

import java.util.ArrayList;
import java.util.List;

/** A fact of an application that can do more than tell, which no fact should. */
public final class Rocket extends Missile implements Comparable<Rocket> {

    /** What a rocket leads to. */
    public static final class Engine {

        /** Sings. */
        public void ignite() {
            Canary.sing("engine");
        }

        /** Only tells, but no rule was told of engines. */
        public String start() {
            return "started";
        }
    }

    /** Where all rockets stand. */
    public static String pad = "pad";

    /** How much is left. */
    public int fuel = 100;

    private final List<String> crew = new ArrayList<>(List.of("Ana"));
    private final String[] stages = {"one", "two"};
    private final int number;
    private String name;

    /** A new one. */
    public Rocket(String name, int number) {
        this.name = name;
        this.number = number;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Which it is. */
    public int getNumber() {
        return number;
    }

    /** Sings. */
    public void ignite() {
        Canary.sing("ignited");
    }

    /** Sings. */
    public void setName(String name) {
        Canary.sing("named");
        this.name = name;
    }

    /** Sings. */
    public static void launchAll() {
        Canary.sing("launched");
    }

    /** Sings. */
    public static int count() {
        Canary.sing("counted");
        return 1;
    }

    /** Who is on board, in a list that can be changed. */
    public List<String> getCrew() {
        return crew;
    }

    /** Its stages, in an array that can be changed. */
    public String[] getStages() {
        return stages;
    }

    /** What drives it. */
    public Engine getEngine() {
        return new Engine();
    }

    /** Code. */
    public Runnable getLauncher() {
        return () -> Canary.sing("launcher");
    }

    /** A class. */
    public Class<?> getKind() {
        return Rocket.class;
    }

    /** Fails as no accessor should. */
    public String getBroken() {
        throw new AssertionError("broken");
    }

    /** Never comes back. */
    @SuppressWarnings("InfiniteRecursion")
    public String getBottomless() {
        return getBottomless();
    }

    @Override
    public int compareTo(Rocket other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name + " with " + fuel + " for " + crew + " in " + List.of(stages) + " at " + pad;
    }
}
