package org.regulars.laws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Purchase.Wish;

/**
 * What one pattern of a generated rule looks at.
 *
 * @param basket the lines there are, as brought to the till or as far as they are paid for
 * @param part the line the pattern is about, if it is about one
 * @param held the balance the pattern is about, if it is about one
 * @param wish what is asked for that the pattern is about, if it is about that
 */
record Scene(
        Terms terms,
        Member member,
        Event event,
        List<Part> basket,
        @Nullable Part part,
        @Nullable Held held,
        @Nullable Wish wish) {

    /** A line, or what is left of it. */
    record Part(Line line, BigDecimal quantity, BigDecimal amount) {}

    /** What is held of a kind once all is counted. */
    record Held(String kind, BigDecimal before, BigDecimal earned, BigDecimal amount) {}

    Part line() {
        if (part == null) {
            throw new IllegalStateException("Not about a line");
        }
        return part;
    }

    Wish asked() {
        if (wish == null) {
            throw new IllegalStateException("Not about a wish");
        }
        return wish;
    }

    Held balance() {
        if (held == null) {
            throw new IllegalStateException("Not about a balance");
        }
        return held;
    }

    BigDecimal amount() {
        return sum(Part::amount);
    }

    BigDecimal quantity() {
        return sum(Part::quantity);
    }

    BigDecimal amountOf(String what) {
        return sum(each -> isA(each, what) ? each.amount() : BigDecimal.ZERO);
    }

    BigDecimal quantityOf(String what) {
        return sum(each -> isA(each, what) ? each.quantity() : BigDecimal.ZERO);
    }

    boolean has(String what) {
        return basket.stream().anyMatch(each -> isA(each, what));
    }

    ZonedDateTime moment() {
        return event.instant().atZone(ZoneId.of(terms.zone()));
    }

    int years() {
        LocalDate joined = java.time.Instant.parse(member.joined())
                .atZone(ZoneId.of(terms.zone()))
                .toLocalDate();
        return Period.between(joined, moment().toLocalDate()).getYears();
    }

    boolean birthday() {
        String text = member.attributes().get("birthday");
        if (text == null) {
            return false;
        }
        LocalDate born = LocalDate.parse(text);
        LocalDate today = moment().toLocalDate();
        return today.equals(born.withYear(today.getYear()));
    }

    int rank(String ladder) {
        List<String> tiers = terms.tiers(ladder);
        return member.statuses().stream()
                .mapToInt(status -> tiers.indexOf(status.tier()))
                .filter(rank -> rank >= 0)
                .findFirst()
                .orElse(0);
    }

    static boolean isA(Part part, String what) {
        return part.line().name().equals(what) || part.line().category().equals(what);
    }

    private BigDecimal sum(Function<Part, BigDecimal> column) {
        return basket.stream().map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
