package org.regulars.examples.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a JSON file that knows its line, so that what is wrong with it can be told there.
 *
 * @param value a {@link Fields} of names, a {@link Elements}, a text, a {@link BigDecimal}, a Boolean, or {@link #NULL}
 */
record Json(String file, int line, Object value) {

    /** The value null. */
    static final Object NULL = new Object();

    /** What stands in braces. */
    record Fields(Map<String, Json> byName) {}

    /** What stands in brackets. */
    record Elements(List<Json> inOrder) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    /** Reads a file; a comma too many and remarks are taken as they are meant. */
    static Json of(Path path) {
        String file = String.valueOf(path.getFileName());
        try (JsonParser parser = MAPPER.createParser(Files.readString(path))) {
            Json all = value(file, parser, next(file, parser));
            if (parser.nextToken() != null) {
                throw new FileProblem(
                        file,
                        parser.currentTokenLocation().getLineNr(),
                        "there is more after the end of what was begun. Maybe a brace too many?");
            }
            return all;
        } catch (UnexpectedEndOfInputException e) {
            throw endsEarly(file, e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        } catch (JacksonException e) {
            throw new FileProblem(
                    file,
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "is no JSON here: " + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw new FileProblem(file, 0, "is not UTF-8 text. Maybe save it again with encoding UTF-8?");
        } catch (IOException e) {
            throw new FileProblem(file, 0, "cannot be read (" + e + "). Maybe it is not yours to read?");
        }
    }

    private static JsonToken next(String file, JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw endsEarly(file, parser.currentLocation().getLineNr());
        }
        return token;
    }

    private static FileProblem endsEarly(String file, int line) {
        return new FileProblem(file, line, "ends before what was begun has. Maybe a closing brace is missing?");
    }

    private static Json value(String file, JsonParser parser, JsonToken token) {
        int line = parser.currentTokenLocation().getLineNr();
        return new Json(
                file,
                line,
                switch (token) {
                    case START_OBJECT -> fields(file, parser);
                    case START_ARRAY -> elements(file, parser);
                    case VALUE_STRING -> parser.getString();
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    default -> NULL;
                });
    }

    private static Fields fields(String file, JsonParser parser) {
        Map<String, Json> byName = new LinkedHashMap<>();
        while (next(file, parser) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            byName.put(name, value(file, parser, next(file, parser)));
        }
        return new Fields(byName);
    }

    private static Elements elements(String file, JsonParser parser) {
        List<Json> inOrder = new ArrayList<>();
        for (JsonToken token = next(file, parser); token != JsonToken.END_ARRAY; token = next(file, parser)) {
            inOrder.add(value(file, parser, token));
        }
        return new Elements(inOrder);
    }

    /** What is wrong with this part. */
    FileProblem problem(String message) {
        return new FileProblem(file, line, message);
    }
}
