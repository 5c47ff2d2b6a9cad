package org.regulars.examples.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file of which it is known what can stand in it. */
final class Form {

    private final Json json;
    private final Map<String, Json> fields;

    private Form(Json json, Map<String, Json> fields) {
        this.json = json;
        this.fields = fields;
    }

    /** The object as a form; a field that cannot be in it is a problem. */
    static Form of(Json json, String what, Set<String> known) {
        if (!(json.value() instanceof Json.Fields object)) {
            throw json.problem(
                    what + " is written in braces: { \"" + known.iterator().next() + "\": … }");
        }
        object.byName().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.problem(what + " has no '" + name + "'. Maybe one of " + String.join(", ", known) + "?");
            }
        });
        return new Form(json, object.byName());
    }

    boolean has(String name) {
        Json field = fields.get(name);
        return field != null && field.value() != Json.NULL;
    }

    /** The field, or null if there is none. */
    @Nullable
    Json get(String name) {
        return has(name) ? fields.get(name) : null;
    }

    /** A text that must be there. */
    String text(String name, String example) {
        Json field = get(name);
        if (field == null) {
            throw missing(name, example);
        }
        return text(field, name);
    }

    /** A text, or another if there is none. */
    String textOr(String name, String other) {
        Json field = get(name);
        return field == null ? other : text(field, name);
    }

    /** A number, or another if there is none. */
    BigDecimal numberOr(String name, BigDecimal other) {
        Json field = get(name);
        return field == null ? other : number(field, name);
    }

    /** The elements of a list, none if there is no list. */
    List<Json> elements(String name) {
        Json field = get(name);
        if (field == null) {
            return List.of();
        }
        if (!(field.value() instanceof Json.Elements list)) {
            throw field.problem("'" + name + "' is a list in brackets: \"" + name + "\": [ … ]");
        }
        return list.inOrder();
    }

    /** The texts of an object by their names; numbers and yes or no as text. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(name).forEach((each, value) -> texts.put(each, plain(value, each)));
        return texts;
    }

    /** The numbers of an object by their names. */
    Map<String, BigDecimal> numbers(String name) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        entries(name).forEach((each, value) -> numbers.put(each, number(value, each)));
        return numbers;
    }

    /** The texts of a list. */
    List<String> list(String name) {
        List<String> texts = new ArrayList<>();
        elements(name).forEach(each -> texts.add(text(each, name)));
        return texts;
    }

    /** What is wrong with all of it. */
    FileProblem problem(String message) {
        return json.problem(message);
    }

    /** That a field is not there. */
    FileProblem missing(String name, String example) {
        return json.problem("'" + name + "' is missing. Maybe " + example + "?");
    }

    private Map<String, Json> entries(String name) {
        Json field = get(name);
        if (field == null) {
            return Map.of();
        }
        if (!(field.value() instanceof Json.Fields object)) {
            throw field.problem("'" + name + "' is written in braces: \"" + name + "\": { … }");
        }
        return object.byName();
    }

    static String text(Json field, String name) {
        if (!(field.value() instanceof String text)) {
            throw field.problem("'" + name + "' is a text in quotes, and stands there as something else.");
        }
        return text;
    }

    private static String plain(Json field, String name) {
        if (field.value() instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return field.value() instanceof Boolean yes ? yes.toString() : text(field, name);
    }

    private static BigDecimal number(Json field, String name) {
        if (field.value() instanceof BigDecimal number) {
            return number;
        }
        String text = text(field, name);
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw field.problem("'" + name + "' is \"" + text + "\", which is no number. Maybe "
                    + (text.indexOf(',') < 0 ? "4.80?" : text.replace(',', '.') + "?"));
        }
    }
}
