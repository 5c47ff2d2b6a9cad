package org.regulars.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a rule file is to be written, so that a merchant can read it aloud, and where one departs from it.
 *
 * <p>It reads a file line by line, as a person does. Whether the rules compile is not its business.
 */
final class HouseStyle {

    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.drl");
    private static final Pattern RULE = Pattern.compile("rule \"([^\"]*)\"");
    private static final Pattern SAYS = Pattern.compile("@says\\( \"(.*)\" \\)");
    private static final Pattern CLAUSE = Pattern.compile("(?:(\\S+) : )?(?:(not|exists) )?([A-Z]\\w*)(\\(.*\\))");
    private static final Pattern DECIDE = Pattern.compile("insert(\\(.*\\));");
    private static final Pattern BINDING = Pattern.compile("\\$\\w*");
    private static final Pattern WHOLE_NOUN = Pattern.compile("\\$[a-z][A-Za-z]{2,}");
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern TIGHT = Pattern.compile("\\((?![ )])|(?<![ (])\\)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern NUMBER_WORD = Pattern.compile(
            "(?i)\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|double|twice|triple)\\b");
    private static final Pattern DECISION =
            Pattern.compile("Earn|Multiply|Bonus|Limit|Discount|FreeItem|FreeShipping|Benefit|Upgrade|Convert|Extend"
                    + "|PayWith|Forfeit|Overdraft");
    private static final Pattern NEVER = Pattern.compile(
            "(?<![\\w.$])(salience|no-loop|agenda-group|activation-group|accumulate|eval|global|function"
                    + "|dialect|modify|update|retract|delete|date-effective|date-expires)(?![\\w-])");

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("double", 2),
            Map.entry("twice", 2),
            Map.entry("three", 3),
            Map.entry("triple", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));

    /** Where in a file a line stands. */
    private enum Part {
        PROMISE,
        BETWEEN_RULES,
        HEAD,
        WHEN,
        THEN
    }

    /** Something the shop says, whose numbers the rules must hold. */
    private record Saying(int line, String what, String text) {}

    private final String file;
    private final List<String> problems = new ArrayList<>();
    private final List<Saying> promise = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    private final List<BigDecimal> ruleNumbers = new ArrayList<>();
    private final List<BigDecimal> allNumbers = new ArrayList<>();
    private Part part = Part.PROMISE;
    private int ruleLine;
    private int clauses;

    private HouseStyle(String file) {
        this.file = file;
    }

    /**
     * Every departure, as {@code file:line: what to do}.
     *
     * @param file the file's path or name
     */
    static List<String> problems(String file, String text) {
        HouseStyle style = new HouseStyle(file);
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (!FILE_NAME.matcher(name).matches()) {
            style.problem(1, "Name the file in small letters with hyphens, like coffee-punch-card.drl.");
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            style.line(i + 1, lines.get(i));
        }
        if (style.part != Part.BETWEEN_RULES) {
            style.problem(Math.max(1, lines.size()), "End with a whole rule.");
        }
        for (Saying saying : style.promise) {
            style.checkNumbers(saying, NUMBER, style.allNumbers, "any rule below");
        }
        return List.copyOf(style.problems);
    }

    private void line(int number, String line) {
        String code = TEXT.matcher(line)
                .replaceAll(text -> "\"" + "x".repeat(text.group().length() - 2) + "\"");
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith("//")) {
            comment(number, line);
            return;
        }
        checkWords(number, code);
        switch (part) {
            case PROMISE, BETWEEN_RULES -> rule(number, line);
            case HEAD -> head(number, line);
            case WHEN -> when(number, line, code);
            case THEN -> then(number, line, code);
        }
    }

    private void comment(int number, String line) {
        if (part == Part.PROMISE) {
            promise.add(new Saying(number, "the promise", line));
        }
    }

    private void checkWords(int number, String code) {
        Matcher never = NEVER.matcher(code);
        while (never.find()) {
            problem(number, "Leave out '" + never.group(1) + "': a rule says what is given for what, and no more.");
        }
        Matcher tight = TIGHT.matcher(code);
        if (tight.find()) {
            problem(number, "Put a space inside each parenthesis, as in has( \"coffee\" ).");
        }
        Matcher binding = BINDING.matcher(code);
        while (binding.find()) {
            if (!WHOLE_NOUN.matcher(binding.group()).matches()) {
                problem(number, "Call '" + binding.group() + "' by a whole noun, as in $coffees.");
            }
        }
    }

    private void rule(int number, String line) {
        if (part == Part.PROMISE
                && promise.stream().filter(each -> each.text().length() > 3).count() < 2) {
            problem(number, "Open the file with its title and its promise, as // lines.");
        }
        Matcher rule = RULE.matcher(line);
        if (!rule.matches()) {
            problem(number, "Leave only rules below the promise, each beginning like rule \"Coffee earns 1 stamp\".");
            part = Part.BETWEEN_RULES;
            return;
        }
        String name = rule.group(1);
        if (!name.matches("[\\p{Lu}\\d].*[^.!?;:,\\s]")) {
            problem(number, "Name the rule as a cashier would say it: a capital or a number first, no full stop last.");
        }
        part = Part.HEAD;
        ruleLine = number;
        clauses = 0;
        sayings.clear();
        ruleNumbers.clear();
        sayings.add(new Saying(number, "its name", name));
    }

    private void head(int number, String line) {
        Matcher says = SAYS.matcher(line);
        if (line.equals("when")) {
            part = Part.WHEN;
        } else if (says.matches()) {
            sayings.add(new Saying(number, "what it says", says.group(1)));
        } else {
            problem(number, "Leave only @says( \"…\" ) between a rule's name and its 'when'.");
        }
    }

    private void when(int number, String line, String code) {
        if (line.equals("then")) {
            if (clauses == 0) {
                problem(ruleLine, "Say after 'when' what the rule is about.");
            }
            part = Part.THEN;
            return;
        }
        clauses++;
        note(line);
        Matcher clause = CLAUSE.matcher(code.strip());
        if (!clause.matches() || !isOnePair(clause.group(4))) {
            problem(number, "Write one clause a line, like PaidItem( category == \"coffee\" ).");
        } else if (DECISION.matcher(clause.group(3)).matches()) {
            problem(
                    number,
                    "Ask for what happened, not for the decision '" + clause.group(3)
                            + "' of another rule. Maybe a Balance?");
        }
        checkIndent(number, line);
    }

    private void then(int number, String line, String code) {
        if (line.equals("end")) {
            sayings.forEach(saying -> {
                checkNumbers(saying, NUMBER, ruleNumbers, "the rule");
                checkNumbers(saying, NUMBER_WORD, ruleNumbers, "the rule");
            });
            allNumbers.addAll(ruleNumbers);
            part = Part.BETWEEN_RULES;
            return;
        }
        note(line);
        Matcher decide = DECIDE.matcher(code.strip());
        if (!decide.matches() || !isOnePair(decide.group(1))) {
            problem(number, "Write only insert( … ); after 'then', one a line.");
        }
        checkIndent(number, line);
    }

    private void checkIndent(int number, String line) {
        if (!line.matches(" {4}\\S.*\\S")) {
            problem(number, "Begin the line with four spaces, and end it without any.");
        }
    }

    private void note(String line) {
        Matcher number = NUMBER.matcher(line);
        while (number.find()) {
            ruleNumbers.add(value(number.group()));
        }
    }

    private void checkNumbers(Saying saying, Pattern numbers, List<BigDecimal> held, String where) {
        Matcher number = numbers.matcher(saying.text());
        while (number.find()) {
            BigDecimal value = value(number.group());
            if (held.stream().noneMatch(each -> each.compareTo(value) == 0)) {
                problem(
                        saying.line(),
                        "Bring " + saying.what() + " and its numbers together: '" + number.group() + "' is not in "
                                + where + ".");
            }
        }
    }

    private static BigDecimal value(String number) {
        Integer word = WORDS.get(number.toLowerCase(Locale.ROOT));
        return word == null ? new BigDecimal(number) : BigDecimal.valueOf(word);
    }

    /** Whether the parenthesis that opens first closes last. */
    private static boolean isOnePair(String code) {
        int open = 0;
        for (int i = 0; i < code.length(); i++) {
            open += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
            if (open == 0 && i < code.length() - 1) {
                return false;
            }
        }
        return open == 0;
    }

    private void problem(int line, String whatToDo) {
        problems.add(file + ":" + line + ": " + whatToDo);
    }
}
