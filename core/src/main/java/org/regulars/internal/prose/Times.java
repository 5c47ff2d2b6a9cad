package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;
import org.regulars.internal.syntax.Term;

/** When an offer holds, as a sentence begins: "from 1 June 2026 through 30 June 2026", "on Saturdays", "in June". */
final class Times {

    private final List<String> words = new ArrayList<>();
    private @Nullable String from;
    private @Nullable String through;
    private @Nullable String end;
    private @Nullable String dayOfMonth;
    private @Nullable String months;
    private boolean isOnOneDay;

    /** Takes a condition down that says when; not so if it says something else. */
    boolean take(Term condition, Subject subject) {
        if (condition instanceof Term.Operation operation) {
            return compared(subject, operation.sign(), operation.right());
        }
        if (condition instanceof Term.OneOf oneOf && !oneOf.none()) {
            return oneOf(subject, oneOf.values());
        }
        return isSo(subject, true);
    }

    /** Takes the opposite of a yes or no down, if it says when. */
    boolean takeOpposite(Subject subject) {
        return isSo(subject, false);
    }

    private boolean isSo(Subject subject, boolean so) {
        if (subject.before().equals("it is a Saturday or Sunday")) {
            isOnOneDay = so;
            return words.add(so ? "at weekends" : "from Monday to Friday");
        }
        boolean isOneDay = subject.before().equals("it is your birthday")
                || subject.before().equals("it is the anniversary of your joining");
        if (isOneDay && so) {
            isOnOneDay = true;
            return words.add("on " + subject.before().substring("it is ".length()));
        }
        return false;
    }

    private boolean compared(Subject subject, String sign, Term right) {
        boolean isSame = sign.equals("==");
        if (right instanceof Term.Fixed fixed && subject.sort() == Sort.YES_OR_NO && isSame) {
            return !fixed.text().equals("null") && isSo(subject, fixed.text().equals("true"));
        }
        return switch (subject.sort()) {
            case DATE ->
                subject.noun().equals("that day")
                        && right instanceof Term.Text text
                        && date(sign, Written.date(text.value()));
            case TIME -> words.add(time(sign, Comparing.timeOf(right)));
            case DAY -> {
                String day = Comparing.word(right);
                isOnOneDay |= isSame;
                yield (isSame || sign.equals("!="))
                        && words.add(isSame ? "on " + day + "s" : "on days other than " + day);
            }
            case MONTH -> {
                String month = Comparing.word(right);
                yield isSame ? months(month) : sign.equals("!=") && words.add("in months other than " + month);
            }
            case NUMBER ->
                isSame
                        && subject.noun().equals("the day of the month")
                        && right instanceof Term.Digits digits
                        && dayOfMonth(ordinal(Fields.number(digits)));
            default -> false;
        };
    }

    private boolean oneOf(Subject subject, List<Term> values) {
        return switch (subject.sort()) {
            case DAY -> {
                isOnOneDay = true;
                yield words.add("on "
                        + Written.list(
                                values.stream()
                                        .map(value -> Comparing.word(value) + "s")
                                        .toList(),
                                "and"));
            }
            case MONTH ->
                months(Written.list(values.stream().map(Comparing::word).toList(), "and"));
            case NUMBER ->
                subject.noun().equals("the day of the month")
                        && dayOfMonth(Written.list(
                                values.stream()
                                        .map(value -> ordinal(Comparing.numberOf(value)))
                                        .toList(),
                                "and"));
            default -> false;
        };
    }

    private boolean dayOfMonth(String day) {
        boolean isFirst = dayOfMonth == null;
        dayOfMonth = isFirst ? day : dayOfMonth;
        isOnOneDay = true;
        return isFirst;
    }

    private static String ordinal(String number) {
        boolean isTeen = number.length() == 2 && number.startsWith("1");
        String last = number.substring(number.length() - 1);
        return number
                + (isTeen ? "th" : last.equals("1") ? "st" : last.equals("2") ? "nd" : last.equals("3") ? "rd" : "th");
    }

    private boolean months(String names) {
        boolean isFirst = months == null;
        months = isFirst ? names : months;
        return isFirst;
    }

    private boolean date(String sign, String date) {
        switch (sign) {
            case ">=" -> {
                if (from != null) {
                    return words.add("from " + date + " on");
                }
                from = date;
            }
            case "<=" -> {
                if (through != null) {
                    return words.add("through " + date);
                }
                through = date;
                end = "ends with " + date;
            }
            case "<" -> {
                end = "ends before " + date;
                words.add("before " + date);
            }
            case "==" -> {
                end = "is for " + date + " only";
                isOnOneDay = true;
                words.add("on " + date);
            }
            default -> words.add(Comparing.date(sign, date));
        }
        return true;
    }

    private static String time(String sign, String time) {
        return switch (sign) {
            case ">=" -> "from " + time + " on";
            case ">" -> "after " + time;
            case "<=" -> "at " + time + " or earlier";
            case "<" -> "before " + time;
            case "==" -> "at " + time;
            case "!=" -> "not at " + time;
            default -> throw new NotInWordsException(sign);
        };
    }

    /** All of it. */
    List<String> words() {
        List<String> all = new ArrayList<>();
        if (from != null && through != null) {
            all.add("from " + from + " through " + through);
        } else if (from != null) {
            all.add("from " + from + " on");
        } else if (through != null) {
            all.add("through " + through);
        }
        if (dayOfMonth != null) {
            all.add("on the " + dayOfMonth + " of " + (months == null ? "the month" : months));
        } else if (months != null) {
            all.add("in " + months);
        }
        all.addAll(words);
        return all;
    }

    /** Whether that is days one can name, and not a stretch of them. */
    boolean isOnOneDay() {
        return isOnOneDay;
    }

    /** How the offer ends, if it does: "ends with 30 June 2026". */
    @Nullable
    String end() {
        return end;
    }
}
