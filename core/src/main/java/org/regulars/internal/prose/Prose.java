package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.regulars.Terms;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;

/** Writes the terms of a program. */
public final class Prose {

    private final Definitions definitions;
    private final List<RuleFile> files;
    private final List<Offers.Offer> offers;
    private final List<Block> blocks = new ArrayList<>();

    private Prose(CompiledRules rules) {
        this.definitions = rules.definitions();
        this.files = rules.texts().stream().map(RuleText::file).distinct().toList();
        Offers inWords = new Offers(definitions);
        this.offers = rules.texts().stream()
                .filter(rule -> !rule.rule().facts().contains("Program"))
                .map(inWords::of)
                .toList();
    }

    /** The terms of these rules. */
    public static Terms of(CompiledRules rules) {
        Document document = document(rules);
        return new Terms(MarkdownWriter.write(document), HtmlWriter.write(document));
    }

    /** The same before they are written out. */
    static Document document(CompiledRules rules) {
        return new Prose(rules).document();
    }

    private Document document() {
        List<Opening> openings = Opening.of(files);
        String title = openings.isEmpty() ? "The terms" : openings.get(0).title();
        for (Opening opening : openings) {
            if (!opening.title().equals(title)) {
                blocks.add(new Block.Heading(opening.title()));
            }
            opening.paragraphs().forEach(this::paragraph);
        }
        paragraph("The terms below are written from the rules by which the program runs, each offer under its name.");
        section(Chapter.EARNING, sentences(Chapter.EARNING));
        section(Chapter.GIVING, sentences(Chapter.GIVING));
        rewards();
        tiers();
        section(Chapter.LIMITS, sentences(Chapter.LIMITS));
        List<Kind> kinds = kinds();
        List<List<Run>> life = new ArrayList<>(new Holdings(kinds).lives());
        life.addAll(sentences(Chapter.LIFE));
        section(Chapter.LIFE, life);
        returns(kinds);
        times();
        section(Chapter.READING, Notes.of(blocks));
        return new Document(title, blocks);
    }

    private void paragraph(String text) {
        blocks.add(new Block.Paragraph(List.of(Run.plain(text))));
    }

    private void section(Chapter chapter, List<List<Run>> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Heading(chapter.heading()));
            blocks.add(new Block.Bullets(items));
        }
    }

    private List<List<Run>> sentences(Chapter chapter) {
        List<List<Run>> items = new ArrayList<>();
        for (Offers.Offer offer : offers) {
            List<Said> said = offer.said().get(chapter);
            if (said != null && !(chapter == Chapter.GIVING && isAskedFor(offer))) {
                items.add(Sentence.of(offer, said));
            }
            if (chapter == Chapter.GIVING && !offer.quoted().isEmpty()) {
                items.add(Sentence.quoted(offer));
            }
        }
        return items;
    }

    private static boolean isAskedFor(Offers.Offer offer) {
        return offer.circumstances().reward() != null;
    }

    /** What has a price stands in a table; the rest, points as money for instance, in sentences below. */
    private void rewards() {
        List<List<List<Run>>> rows = new ArrayList<>();
        List<List<Run>> others = new ArrayList<>();
        for (Offers.Offer offer : offers) {
            List<Said> said = offer.said().get(Chapter.GIVING);
            String reward = offer.circumstances().reward();
            if (said != null && reward != null) {
                if (said.stream().anyMatch(one -> one.cost().isEmpty())) {
                    others.add(Sentence.of(offer, said));
                } else {
                    String cost = Written.list(said.stream().map(Said::cost).toList(), "and");
                    rows.add(List.of(
                            List.of(Run.plain(reward)), List.of(Run.plain(cost)), Sentence.inTable(offer, said)));
                }
            }
        }
        if (!rows.isEmpty() || !others.isEmpty()) {
            blocks.add(new Block.Heading(Chapter.REWARDS.heading()));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(List.of("You ask for", "It costs", "You get"), rows));
            paragraph("What a reward costs you must hold beforehand, unless it says otherwise.");
        }
        if (!others.isEmpty()) {
            blocks.add(new Block.Bullets(others));
        }
    }

    private void tiers() {
        List<List<Run>> items = new ArrayList<>();
        definitions.ladders().forEach(ladder -> items.add(Ladders.of(ladder, endsByOffer())));
        items.addAll(sentences(Chapter.TIERS));
        for (Tiers ladder : definitions.ladders()) {
            for (String tier : ladder.names()) {
                List<String> names = offers.stream()
                        .filter(offer -> offer.circumstances().tiers().stream()
                                .anyMatch(asked -> isFor(asked, tier, ladder.names())))
                        .map(offer -> Written.quoted(offer.text().name()))
                        .toList();
                if (!names.isEmpty()) {
                    items.add(List.of(
                            Run.strong("Offers for " + tier + ":"), Run.plain(" " + Written.list(names, "and") + ".")));
                }
            }
        }
        section(Chapter.TIERS, items);
    }

    private static boolean isFor(Circumstances.ForTier asked, String tier, List<String> ladder) {
        boolean isAbove = ladder.contains(asked.name()) && ladder.indexOf(asked.name()) < ladder.indexOf(tier);
        return asked.name().equals(tier) || (asked.orAbove() && isAbove);
    }

    /** Whether an offer gives a tier for a time of its own, or takes one away. */
    private boolean endsByOffer() {
        return offers.stream()
                .filter(offer -> offer.said().containsKey(Chapter.TIERS))
                .flatMap(offer -> AllTerms.then(offer.text()).stream())
                .anyMatch(term -> term instanceof Term.Call call
                        && Set.of("tier", "through", "forDays", "forMonths", "forYears")
                                .contains(call.name()));
    }

    private void returns(List<Kind> kinds) {
        List<List<Run>> items = new ArrayList<>(new Holdings(kinds).returns());
        definitions.ladders().forEach(ladder -> items.add(Ladders.returned(ladder)));
        section(Chapter.RETURNS, items);
    }

    private void times() {
        List<List<Run>> items = new ArrayList<>();
        for (Offers.Offer offer : offers) {
            String end = offer.circumstances().end();
            if (end != null) {
                items.add(List.of(Run.strong(offer.text().name()), Run.plain(" " + end + ".")));
            }
        }
        boolean isOfTime = offers.stream()
                        .anyMatch(offer -> offer.circumstances().isAboutTime())
                || definitions.kinds().stream().anyMatch(kind -> kind.expiry() != null || kind.pendingDays() > 0)
                || definitions.ladders().stream().anyMatch(ladder -> ladder.lasts() != null);
        if (isOfTime || !definitions.zone().getId().equals("UTC")) {
            items.add(
                    0,
                    List.of(Run.plain("Days begin and end, and hours are counted, in the time zone "
                            + definitions.zone().getId() + ".")));
        }
        section(Chapter.TIMES, items);
    }

    /** Every kind that is defined or given, in the order of their names. */
    private List<Kind> kinds() {
        Set<String> names = new TreeSet<>(definitions.kindNames());
        for (Offers.Offer offer : offers) {
            for (Term term : AllTerms.then(offer.text())) {
                if (term instanceof Term.Call call
                        && call.arguments().size() == 2
                        && call.arguments().get(1) instanceof Term.Text kind
                        && isGiven(call)) {
                    names.add(kind.value());
                }
            }
        }
        return names.stream().map(definitions::kind).toList();
    }

    private static boolean isGiven(Term.Call call) {
        boolean isAward = call.name().equals("of")
                && call.of() instanceof Term.Name type
                && Set.of("Earn", "Bonus").contains(type.text());
        return isAward || call.name().equals("into");
    }
}
