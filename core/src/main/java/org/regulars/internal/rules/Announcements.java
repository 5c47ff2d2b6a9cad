package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.BitMask;
import org.drools.model.Channel;
import org.drools.model.Drools;
import org.drools.model.DroolsEntryPoint;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;
import org.regulars.facts.Redemption;

/**
 * Notes what rules announce for one event, and counts it.
 *
 * <p>To a rule that is asked without a session this is Drools: it can insert, and nothing else.
 */
final class Announcements implements Drools {

    private final Bounds bounds;
    private List<Firing.Insertion> insertions = new ArrayList<>();
    private int matches;
    private @Nullable KnownRule rule;
    private List<Integer> lines = List.of();
    private List<Redemption> asked = List.of();
    private int before;
    private @Nullable RuleFailure misdeed;

    Announcements(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Counts a match of a rule. */
    void matched(KnownRule matching) {
        matches++;
        if (matches > bounds.matches()) {
            throw new RuleFailure(
                    matching.offer(),
                    "and the rules before it match more than " + bounds.matches()
                            + " times (the bound 'matches'). Maybe it compares every line with every other?",
                    null);
        }
    }

    /** Makes room for what so many matches will mostly announce. */
    void expect(int announced) {
        if (insertions.isEmpty()) {
            insertions = new ArrayList<>(announced);
        }
    }

    /**
     * From here on it is this rule that announces.
     *
     * @param matchedLines the numbers of the lines it matched
     * @param matchedWishes the wishes it matched
     */
    void begin(KnownRule announcing, List<Integer> matchedLines, List<Redemption> matchedWishes) {
        rule = announcing;
        lines = matchedLines;
        asked = matchedWishes;
        before = insertions.size();
    }

    /** Notes what a rule inserted. */
    void note(KnownRule from, List<Integer> matchedLines, List<Redemption> matchedWishes, Object inserted) {
        if (insertions.size() >= bounds.decisions()) {
            throw new RuleFailure(
                    from.offer(),
                    "and the rules before it announce more than " + bounds.decisions()
                            + " decisions for one event (the bound 'decisions'). Maybe one for the whole purchase?",
                    null);
        }
        insertions.add(new Firing.Insertion(
                from.offer(), from.placeByName(), from.phase(), matchedLines, matchedWishes, inserted));
    }

    /** Notes that a rule did what rules do not do. */
    void misdeed(KnownRule by) {
        if (misdeed == null) {
            misdeed = new RuleFailure(
                    by.offer(), "changes facts, and rules only insert decisions. Maybe insert( … )?", null);
        }
    }

    /** A rule that changes facts is what is wrong, whatever bound its going round has met first. */
    RuleFailure worst(RuleFailure failure) {
        return misdeed == null ? failure : misdeed;
    }

    /** What changed facts, or null if nothing did. */
    @Nullable
    RuleFailure misdeed() {
        return misdeed;
    }

    /** What has been announced since this was asked last. */
    List<Firing.Insertion> taken() {
        if (insertions.isEmpty()) {
            return List.of();
        }
        List<Firing.Insertion> done = insertions;
        insertions = new ArrayList<>();
        return done;
    }

    @Override
    public void insert(@Nullable Object decision) {
        if (decision == null || isThere(decision)) {
            return;
        }
        note(announcing(), lines, asked, decision);
    }

    /** As in a working memory, where the same thing inserted twice is there once. */
    private boolean isThere(Object decision) {
        for (int i = before; i < insertions.size(); i++) {
            if (insertions.get(i).inserted() == decision) {
                return true;
            }
        }
        return false;
    }

    private KnownRule announcing() {
        if (rule == null) {
            throw new IllegalStateException("Nothing is announced before a rule fires");
        }
        return rule;
    }

    @Override
    public void insert(Object decision, boolean dynamic) {
        insert(decision);
    }

    @Override
    public void update(Object fact, String... fields) {
        misdeed(announcing());
    }

    @Override
    public void update(Object fact, BitMask fields) {
        misdeed(announcing());
    }

    @Override
    public void delete(Object fact) {
        misdeed(announcing());
    }

    @Override
    public void logicalInsert(Object decision) {
        misdeed(announcing());
    }

    @Override
    public void insertAsync(Object decision) {
        misdeed(announcing());
    }

    @Override
    public void halt() {
        misdeed(announcing());
    }

    @Override
    public void setFocus(String group) {
        misdeed(announcing());
    }

    @Override
    public <T> T getRuntime(Class<T> type) {
        throw onlyInserts();
    }

    @Override
    public <T> T getContext(Class<T> type) {
        throw onlyInserts();
    }

    @Override
    public DroolsEntryPoint getEntryPoint(String name) {
        throw onlyInserts();
    }

    @Override
    public Channel getChannel(String name) {
        throw onlyInserts();
    }

    private RuleFailure onlyInserts() {
        misdeed(announcing());
        return worst(new RuleFailure(announcing().offer(), "uses Drools itself. Maybe insert( … )?", null));
    }
}
