package org.regulars.internal.program;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;
import org.regulars.program.Zone;

/** What a program is made of: its kinds, its ladders, its zone. */
public final class Definitions {

    /** Rules can make names up, so not every kind they earn is kept. */
    private static final int MOST_KEPT = 1000;

    private final Map<String, Kind> kinds;
    private final Map<String, Kind> undefined = new ConcurrentHashMap<>();
    private final List<Tiers> ladders;
    private final Map<String, Tiers> ladderOfTier = new HashMap<>();
    private final ZoneId zone;
    private final Midnights midnights;
    private final boolean livesOn;

    private Definitions(Builder builder) {
        this.kinds = new LinkedHashMap<>(builder.kinds);
        this.ladders = List.copyOf(builder.ladders.values());
        this.zone = builder.zone == null ? ZoneId.of("UTC") : ZoneId.of(builder.zone.id());
        this.midnights = new Midnights(zone);
        this.livesOn = kinds.values().stream()
                .map(Kind::expiry)
                .anyMatch(expiry -> expiry != null && expiry.counted() == Expiry.Counted.FROM_ACTIVITY);
        for (Tiers ladder : ladders) {
            ladder.names().forEach(tier -> ladderOfTier.put(tier, ladder));
        }
    }

    /** The zone in which dates and times are meant. */
    public ZoneId zone() {
        return zone;
    }

    /** The midnights of that zone. */
    public Midnights midnights() {
        return midnights;
    }

    /** Whether any kind lives on with what the member does. */
    public boolean anyLivesOnWithActivity() {
        return livesOn;
    }

    /** The ladders, by name. */
    public List<Tiers> ladders() {
        return ladders;
    }

    /** The kinds that are defined, by name. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** Their names. */
    public Collection<String> kindNames() {
        return kinds.keySet();
    }

    /** The kind, or what an undefined kind is: whole numbers, rounded down once a purchase. */
    public Kind kind(String name) {
        Kind kind = kinds.get(name);
        return kind == null ? undefined(name) : kind;
    }

    private Kind undefined(String name) {
        Kind kept = undefined.get(name);
        if (kept == null) {
            kept = Kind.of(name);
            if (undefined.size() < MOST_KEPT) {
                undefined.put(name, kept);
            }
        }
        return kept;
    }

    /** The ladder a tier stands on, or null if it stands on none. */
    public @Nullable Tiers ladderOf(String tier) {
        return ladderOfTier.get(tier);
    }

    /** All tiers of all ladders, for telling someone what there is. */
    public List<String> tierNames() {
        List<String> names = new ArrayList<>();
        ladders.forEach(ladder -> names.addAll(ladder.names()));
        return names;
    }

    /** Takes definitions down; each adding method says whether nothing of that name was there before. */
    public static final class Builder {

        private final Map<String, Kind> kinds = new TreeMap<>();
        private final Map<String, Tiers> ladders = new TreeMap<>();
        private final Set<String> tiers = new HashSet<>();
        private @Nullable Zone zone;

        /** A kind. */
        public boolean add(Kind kind) {
            return kinds.putIfAbsent(kind.name(), kind) == null;
        }

        /** A ladder; false too if one of its tiers stands on another ladder. */
        public boolean add(Tiers ladder) {
            boolean allNew = true;
            for (String tier : ladder.names()) {
                allNew &= tiers.add(tier);
            }
            return ladders.putIfAbsent(ladder.ladder(), ladder) == null && allNew;
        }

        /** The zone, of which there is one. */
        public boolean add(Zone only) {
            boolean isNew = zone == null;
            zone = only;
            return isNew;
        }

        /** What has been taken down. */
        public Definitions build() {
            return new Definitions(this);
        }
    }
}
