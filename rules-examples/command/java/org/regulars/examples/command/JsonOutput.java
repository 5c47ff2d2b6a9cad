package org.regulars.examples.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.regulars.RuleProblem;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What other programs read. In ASCII, so that it does not matter what encoding a terminal has. */
final class JsonOutput {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private JsonOutput() {}

    /** A value as any JSON mapper writes it. */
    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Problems of rule files, an object each. */
    static String problems(List<RuleProblem> problems) {
        return of(problems.stream().map(JsonOutput::problem).toList());
    }

    private static Map<String, Object> problem(RuleProblem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        fields.put("message", problem.message());
        fields.put("source", problem.source());
        return fields;
    }
}
