package org.regulars.internal.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.check.Uses.Role;
import org.regulars.internal.check.Uses.Use;
import org.regulars.internal.reading.Nearest;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.program.Tiers;

/** Whether the texts of rules are words that somebody else says too: tiers, kinds, and what the application declared. */
final class ValueChecks {

    /** Words are compared each with each, and nobody spells so many by hand. */
    private static final int MOST_COMPARED = 300;

    private static final Role[] KINDS = {Role.GIVEN, Role.DEFINED, Role.KIND, Role.OWED, Role.THRESHOLD};

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
        Set<String> declared = new TreeSet<>();
        vocabulary.values().values().forEach(declared::addAll);
        checkSpellings(ValueChecks::isGoods, declared);
        checkSpellings(use -> use.role() == Role.ATTRIBUTE, declared);
    }

    private static boolean isGoods(Use use) {
        return use.role() == Role.GOODS
                || (use.role() == Role.VALUE && Set.of("category", "name").contains(use.field()));
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
                                    + ladderOf(use) + "\" )?");
                }
            } else if (!ladders.tiers().containsKey(use.word())) {
                error(
                        use,
                        "There is no ladder \"" + use.word() + "\". Maybe "
                                + (ladders.tiers().keySet().equals(Set.of(Tiers.DEFAULT_LADDER))
                                        ? "tier without a name behind it"
                                        : quoted(use.word(), ladders.tiers().keySet()))
                                + "?");
            }
        }
        for (Use use : uses.of(Role.TIER)) {
            checkTier(use);
        }
    }

    /** The ladder that has the tier which is asked for next. */
    private String ladderOf(Use ladder) {
        return uses.of(Role.TIER).stream()
                .filter(tier -> tier.rule().equals(ladder.rule()) && tier.at() > ladder.at())
                .findFirst()
                .flatMap(tier -> ladders.tiers().entrySet().stream()
                        .filter(each -> each.getValue().contains(tier.word()))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElseGet(() -> ladders.tiers().keySet().iterator().next());
    }

    private void checkTier(Use use) {
        if (!use.field().isEmpty() && !ladders.tiers().containsKey(use.field())) {
            return;
        }
        if (ladders.tiers().isEmpty()) {
            boolean decided = use.field().isEmpty()
                    && uses.of(Role.LADDER).stream()
                            .noneMatch(other -> other.rule().equals(use.rule()));
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
        Set<String> declared = vocabulary.values().getOrDefault("kind", Set.of());
        Set<String> given = new TreeSet<>(uses.words(Role.GIVEN));
        given.addAll(declared);
        Set<String> known = new TreeSet<>(uses.words(KINDS));
        known.addAll(declared);
        Set<String> told = new TreeSet<>();
        for (Use use : uses.of(KINDS)) {
            boolean claim = use.field().equals("claim");
            String meant = claim || uses.isOpen() ? null : meant(use.word(), known, declared);
            boolean defined = uses.count(use.word(), Role.DEFINED) > 0;
            if (meant != null) {
                error(
                        use,
                        given.contains(use.word())
                                ? "\"" + use.word() + "\" would be another kind than \"" + meant + "\". Maybe \""
                                        + meant + "\"?"
                                : "Nothing gives \"" + use.word() + "\". Maybe \"" + meant + "\"?");
            } else if (!given.contains(use.word())
                    && uses.count(use.word(), Role.OWED) == 0
                    && (use.role() == Role.THRESHOLD || !defined)) {
                warnOfNobody(use, told);
            }
        }
    }

    /** The kind that was meant by a word; null if the word itself was. */
    private @Nullable String meant(String word, Set<String> known, Set<String> declared) {
        if (declared.contains(word) || known.size() > MOST_COMPARED) {
            return null;
        }
        Set<String> others = new TreeSet<>();
        for (String other : known) {
            long here = uses.count(word, KINDS);
            long there = uses.count(other, KINDS);
            boolean hereIsGiven = uses.count(word, Role.GIVEN) > 0;
            boolean thereIsGiven = uses.count(other, Role.GIVEN) > 0;
            boolean rarer = here < there
                    || (here == there && !hereIsGiven && thereIsGiven)
                    || (here == there && hereIsGiven == thereIsGiven && word.compareTo(other) > 0);
            boolean bothAreMeant = isMeant(word) && (isMeant(other) || declared.contains(other));
            if (!other.equals(word) && !bothAreMeant && (declared.contains(other) || rarer)) {
                others.add(other);
            }
        }
        return near(word, others);
    }

    /** Whether a kind is both given and asked for or defined, as one is that somebody thought of. */
    private boolean isMeant(String kind) {
        return uses.count(kind, Role.GIVEN) > 0
                && uses.count(kind, Role.KIND, Role.OWED, Role.THRESHOLD, Role.DEFINED) > 0;
    }

    /** Once for each kind is enough: what is earned elsewhere, the application knows. */
    private void warnOfNobody(Use use, Set<String> told) {
        // Where a rule could not be understood, it may be the one that gives it.
        if (!uses.isOpen() && !problems.hasErrors() && told.add(use.word())) {
            problems.warning(
                    use.rule().file(),
                    use.at(),
                    "Nothing in these files gives \"" + use.word() + "\". Maybe a rule with Earn.of( 1, \"" + use.word()
                            + "\" ), if not the application gives them?");
        }
    }

    /** One word in two spellings, where nobody has said which there are. */
    private void checkSpellings(Predicate<Use> which, Set<String> declared) {
        List<Use> all = uses.all().stream().filter(which).toList();
        Map<String, Long> counts = new TreeMap<>();
        all.forEach(use -> counts.merge(use.word(), 1L, Long::sum));
        if (counts.size() > MOST_COMPARED) {
            return;
        }
        for (Use use : all) {
            for (String other : counts.keySet()) {
                long here = counts.getOrDefault(use.word(), 0L);
                long there = counts.getOrDefault(other, 0L);
                boolean both = all.stream()
                        .anyMatch(beside ->
                                beside.word().equals(other) && beside.rule().equals(use.rule()));
                boolean same = !other.equals(use.word()) && near(use.word(), Set.of(other)) != null;
                boolean rarer = here < there || (here == there && use.word().compareTo(other) > 0);
                if (same && rarer && !both && !declared.contains(use.word())) {
                    problems.warning(
                            use.rule().file(),
                            use.at(),
                            "\"" + use.word() + "\" is written \"" + other + "\" elsewhere. Maybe \"" + other
                                    + "\" here too?");
                }
            }
        }
    }

    /** The word that was most likely meant; null if none is near. */
    private static @Nullable String near(String word, Set<String> known) {
        List<String> near = known.stream()
                .filter(each -> plain(each).equals(plain(word)) || areSlips(word.split(" "), each.split(" ")))
                .toList();
        return near.isEmpty() ? null : Nearest.to(word, near);
    }

    /** Whether each word is the other or a slip of the pen for it; "club points" are no slip for "blue points". */
    private static boolean areSlips(String[] words, String[] others) {
        if (words.length != others.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            int letters = Math.min(words[i].length(), others[i].length());
            int slips = letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
            boolean numbered = !digits(words[i]).equals(digits(others[i]));
            if (numbered || Nearest.distance(words[i], others[i]) > slips) {
                return false;
            }
        }
        return true;
    }

    private static String digits(String word) {
        return word.replaceAll("\\D", "");
    }

    /** A word without what people write one way today and another tomorrow. */
    private static String plain(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** The nearest of the known words, or all of them if none is near. */
    private static String quoted(String word, Collection<String> known) {
        String nearest = Nearest.to(word, List.copyOf(known));
        if (Nearest.isNear(word, nearest) || known.size() == 1 || known.size() > 8) {
            return "\"" + nearest + "\"";
        }
        return known.stream().sorted().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ", "one of ", ""));
    }

    private void error(Use use, String message) {
        problems.error(use.rule().file(), use.at(), message);
    }
}
