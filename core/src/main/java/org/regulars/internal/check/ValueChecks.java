package org.regulars.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.check.Uses.Role;
import org.regulars.internal.check.Uses.Use;
import org.regulars.internal.reading.Nearest;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.program.Tiers;

/** Whether the texts of rules are words that somebody else says too: tiers, kinds, and what the application declared. */
final class ValueChecks {

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Uses uses;
    private final Ladders ladders;

    ValueChecks(Vocabulary vocabulary, Problems problems, Uses uses, Ladders ladders) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.uses = uses;
        this.ladders = ladders;
    }

    void check() {
        checkDeclared();
        if (ladders.areAll()) {
            checkTiers();
        }
        checkKinds();
    }

    private void checkDeclared() {
        Map<String, Set<String>> values = vocabulary.values();
        for (Use use : uses.of(Role.VALUE)) {
            Set<String> known = values.get(use.field());
            if (known != null && !known.contains(use.word())) {
                String other = otherField(use);
                error(
                        use,
                        "There is no " + use.field() + " \"" + use.word() + "\". Maybe "
                                + (other == null ? quoted(use.word(), known) : other + " == \"" + use.word() + "\"")
                                + "?");
            }
        }
        Set<String> goods = new TreeSet<>(values.getOrDefault("name", Set.of()));
        goods.addAll(values.getOrDefault("category", Set.of()));
        boolean areAll = values.containsKey("name") && values.containsKey("category");
        for (Use use : uses.of(Role.GOODS)) {
            boolean unknown = !goods.isEmpty() && !goods.contains(use.word());
            if (unknown && (areAll || Nearest.isNear(use.word(), Nearest.to(use.word(), List.copyOf(goods))))) {
                error(
                        use,
                        "There is no name or category \"" + use.word() + "\". Maybe " + quoted(use.word(), goods)
                                + "?");
            }
        }
    }

    /** A category taken for a name, or a name for a category. */
    private @Nullable String otherField(Use use) {
        String other = use.field().equals("name") ? "category" : use.field().equals("category") ? "name" : "";
        return vocabulary.values().getOrDefault(other, Set.of()).contains(use.word()) ? other : null;
    }

    private void checkTiers() {
        for (Use use : uses.of(Role.LADDER)) {
            if (ladders.tiers().isEmpty()) {
                error(
                        use,
                        "There is no ladder of tiers in these files, so nobody has a tier. Maybe"
                                + " insert( Tiers.of( \"Green\", \"Gold\" ) ); in a rule on Program()?");
            } else if (use.word().isEmpty()) {
                boolean one = ladders.tiers().size() == 1 || ladders.tiers().containsKey(Tiers.DEFAULT_LADDER);
                if (!one) {
                    error(
                            use,
                            "There are several ladders: "
                                    + String.join(", ", ladders.tiers().keySet()) + ". Maybe tier( \""
                                    + ladders.tiers().keySet().iterator().next() + "\" )?");
                }
            } else if (!ladders.tiers().containsKey(use.word())) {
                error(
                        use,
                        "There is no ladder \"" + use.word() + "\". Maybe "
                                + quoted(use.word(), ladders.tiers().keySet()) + "?");
            }
        }
        for (Use use : uses.of(Role.TIER)) {
            checkTier(use);
        }
    }

    private void checkTier(Use use) {
        if (ladders.tiers().isEmpty()) {
            boolean decided = use.field().isEmpty()
                    && uses.of(Role.LADDER).stream().noneMatch(other -> other.rule() == use.rule());
            if (decided) {
                error(
                        use,
                        "There is no tier \"" + use.word() + "\": these files have no ladder. Maybe"
                                + " insert( Tiers.of( \"Green\", \"" + use.word()
                                + "\" ) ); in a rule on Program()?");
            }
            return;
        }
        List<String> known = ladders.tiers().getOrDefault(use.field(), ladders.all());
        if (!known.contains(use.word())) {
            error(
                    use,
                    "There is no tier \"" + use.word() + "\""
                            + (known.size() < ladders.all().size() ? " on the ladder \"" + use.field() + "\"" : "")
                            + ". Maybe " + quoted(use.word(), known) + "?");
        }
    }

    private void checkKinds() {
        Set<String> given = new TreeSet<>(uses.words(Role.GIVEN));
        Set<String> declared = vocabulary.values().getOrDefault("kind", Set.of());
        given.addAll(declared);
        Set<String> known = new TreeSet<>(given);
        known.addAll(uses.words(Role.DEFINED));
        Set<String> told = new TreeSet<>();
        for (Use use : uses.of(Role.KIND, Role.THRESHOLD)) {
            if (known.contains(use.word())) {
                if (use.role() == Role.THRESHOLD && !given.contains(use.word()) && !uses.isOpen()) {
                    warnOfNobody(use, told);
                }
                continue;
            }
            String near = near(use.word(), known);
            if (near != null) {
                error(use, "Nothing gives \"" + use.word() + "\". Maybe \"" + near + "\"?");
            } else if (!uses.isOpen()) {
                warnOfNobody(use, told);
            }
        }
        for (Use use : uses.of(Role.DEFINED)) {
            String near = near(use.word(), given);
            boolean used = given.contains(use.word()) || uses.count(use.word(), Role.KIND, Role.THRESHOLD) > 0;
            if (near != null && !used) {
                error(use, "Nothing gives \"" + use.word() + "\". Maybe \"" + near + "\"?");
            }
        }
        checkSpellings(declared);
    }

    /** Once for each kind is enough: what is earned elsewhere, the application knows. */
    private void warnOfNobody(Use use, Set<String> told) {
        if (told.add(use.word())) {
            problems.warning(
                    use.rule().file(),
                    use.at(),
                    "Nothing in these files gives \"" + use.word() + "\". Maybe a rule with Earn.of( 1, \"" + use.word()
                            + "\" ), if not the application gives them?");
        }
    }

    /** Two spellings of one kind that are both earned: half of what a member earns would be lost to them. */
    private void checkSpellings(Set<String> declared) {
        Set<String> meant = new TreeSet<>(declared);
        meant.addAll(uses.words(Role.DEFINED));
        for (Use use : uses.of(Role.GIVEN)) {
            if (meant.contains(use.word()) || use.field().equals("claim")) {
                continue;
            }
            Set<String> others = new TreeSet<>(meant);
            for (Use other : uses.of(Role.GIVEN)) {
                long here = uses.count(use.word(), Role.GIVEN, Role.KIND, Role.THRESHOLD);
                long there = uses.count(other.word(), Role.GIVEN, Role.KIND, Role.THRESHOLD);
                boolean rarer = here < there || (here == there && use.word().compareTo(other.word()) > 0);
                if (rarer && !other.field().equals("claim")) {
                    others.add(other.word());
                }
            }
            others.remove(use.word());
            String near = near(use.word(), others);
            if (near != null) {
                error(
                        use,
                        "\"" + use.word() + "\" would be another kind than \"" + near + "\". Maybe \"" + near + "\"?");
            }
        }
    }

    /** The word that was most likely meant; null if none is near. */
    private static @Nullable String near(String word, Set<String> known) {
        List<String> near = new ArrayList<>();
        for (String each : known) {
            boolean same = plain(each).equals(plain(word));
            boolean numbered = !each.replaceAll("\\D", "").equals(word.replaceAll("\\D", ""));
            int letters = Math.min(word.length(), each.length());
            int slips = letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
            if (same || (!numbered && Nearest.distance(word, each) <= slips)) {
                near.add(each);
            }
        }
        return near.isEmpty() ? null : Nearest.to(word, near);
    }

    /** A word without what people write one way today and another tomorrow. */
    private static String plain(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String quoted(String word, Iterable<String> known) {
        List<String> all = new ArrayList<>();
        known.forEach(all::add);
        return "\"" + Nearest.to(word, all) + "\"";
    }

    private void error(Use use, String message) {
        problems.error(use.rule().file(), use.at(), message);
    }
}
