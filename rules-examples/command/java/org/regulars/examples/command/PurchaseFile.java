package org.regulars.examples.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Purchase;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A purchase in a JSON file, and the member who makes it. It can be short, as a merchant writes it, or long, as an
 * application stores a {@link Purchase} and a {@link Member}; what is left out is filled in.
 */
final class PurchaseFile {

    private static final Set<String> PURCHASE =
            inOrder("lines", "member", "at", "id", "currency", "shipping", "wishes", "attributes");
    private static final Set<String> LINE =
            inOrder("name", "category", "quantity", "price", "amount", "number", "currency", "attributes");
    private static final Set<String> WISH = inOrder("reward", "amount");
    private static final Set<String> MEMBER = inOrder("id", "joined", "holding", "tiers", "attributes");

    /** What a stored member has and a written one has not. */
    private static final Set<String> STORED = Set.of("asOf", "lots");

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ZoneId zone;
    private final Instant now;

    /** Dates and times without a zone are the program's; a purchase without a time is made now. */
    PurchaseFile(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** A purchase and who makes it. */
    record Visit(Member member, Purchase purchase) {}

    /** Reads a purchase, with the member in its file or in one of their own. */
    Visit read(Path path, @Nullable Path memberPath) {
        Form form = Form.of(Json.of(path), "A purchase", PURCHASE);
        Instant at = time(form.get("at"), "at", now);
        Purchase purchase = new Purchase(
                form.textOr("id", "try-1"),
                at.toString(),
                form.textOr("currency", "EUR"),
                lines(form),
                form.numberOr("shipping", BigDecimal.ZERO),
                form.elements("wishes").stream().map(PurchaseFile::wish).toList(),
                form.texts("attributes"));
        Json member = memberPath == null ? form.get("member") : Json.of(memberPath);
        return new Visit(member == null ? Member.of("somebody", at) : member(member, at), purchase);
    }

    private List<Line> lines(Form purchase) {
        if (!purchase.has("lines")) {
            throw purchase.missing(
                    "lines", "\"lines\": [ { \"name\": \"latte\", \"category\": \"coffee\", \"price\": 4.80 } ]");
        }
        List<Line> lines = new ArrayList<>();
        for (Json json : purchase.elements("lines")) {
            lines.add(line(Form.of(json, "A line", LINE), lines.size() + 1));
        }
        return lines;
    }

    private static Line line(Form line, int number) {
        String name = line.text("name", "\"name\": \"latte\"");
        BigDecimal quantity = line.numberOr("quantity", BigDecimal.ONE);
        if (line.has("price") && line.has("amount")) {
            throw line.problem("a line has either the price of one or the amount of it all. Maybe leave out 'price'?");
        }
        if (!line.has("price") && !line.has("amount")) {
            throw line.missing("price", "\"price\": 4.80 for one, or \"amount\": 9.60 for the whole line");
        }
        BigDecimal amount = line.has("amount")
                ? line.numberOr("amount", BigDecimal.ZERO)
                : line.numberOr("price", BigDecimal.ZERO).multiply(quantity);
        return new Line(
                line.numberOr("number", BigDecimal.valueOf(number)).intValue(),
                name,
                line.textOr("category", name),
                quantity,
                amount,
                line.textOr("currency", ""),
                line.texts("attributes"));
    }

    /** A wish is written as what is asked for, or with how much of it. */
    private static Purchase.Wish wish(Json json) {
        if (json.value() instanceof String reward) {
            return new Purchase.Wish(reward, BigDecimal.ONE);
        }
        Form wish = Form.of(json, "A wish", WISH);
        return new Purchase.Wish(
                wish.text("reward", "\"reward\": \"breakfast\""), wish.numberOr("amount", BigDecimal.ONE));
    }

    private Member member(Json json, Instant at) {
        if (json.value() instanceof String id) {
            return Member.of(id, at);
        }
        if (json.value() instanceof Json.Fields fields
                && fields.byName().keySet().stream().anyMatch(STORED::contains)) {
            return stored(json);
        }
        Form form = Form.of(json, "A member", MEMBER);
        Member member = Member.of(form.textOr("id", "somebody"), time(form.get("joined"), "joined", at));
        for (Map.Entry<String, BigDecimal> each : form.numbers("holding").entrySet()) {
            member = member.holding(each.getValue(), each.getKey());
        }
        for (String tier : form.list("tiers")) {
            member = member.inTier(tier);
        }
        for (Map.Entry<String, String> each : form.texts("attributes").entrySet()) {
            member = member.with(each.getKey(), each.getValue());
        }
        return member;
    }

    private static Member stored(Json json) {
        try {
            return MAPPER.convertValue(plain(json), Member.class);
        } catch (JacksonException e) {
            throw json.problem("is no member as they are stored: " + e.getOriginalMessage());
        }
    }

    private static @Nullable Object plain(Json json) {
        if (json.value() instanceof Json.Fields fields) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            fields.byName().forEach((name, value) -> plain.put(name, plain(value)));
            return plain;
        }
        if (json.value() instanceof Json.Elements elements) {
            List<@Nullable Object> plain = new ArrayList<>();
            elements.inOrder().forEach(each -> plain.add(plain(each)));
            return plain;
        }
        return json.value() == Json.NULL ? null : json.value();
    }

    /** A time as an application stores it, or as somebody writes it: 2026-11-23T07:15, or a date, of which it is noon. */
    private Instant time(@Nullable Json field, String name, Instant otherwise) {
        if (field == null) {
            return otherwise;
        }
        String text = Form.text(field, name);
        try {
            if (text.length() == "2026-11-23".length()) {
                return LocalDate.parse(text).atTime(LocalTime.NOON).atZone(zone).toInstant();
            }
            return text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T')
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw field.problem("'" + name + "' is \"" + text
                    + "\", which is no time. Maybe \"2026-11-23T07:15\", or \"2026-11-23\"?");
        }
    }

    private static Set<String> inOrder(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
