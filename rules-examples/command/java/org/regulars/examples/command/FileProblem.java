package org.regulars.examples.command;

/** Something wrong with a file that the command was given: {@code breakfast.json:3: 'price' is missing. Maybe …}. */
final class FileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileProblem(String file, int line, String message) {
        super(file + (line > 0 ? ":" + line : "") + ": " + message);
    }
}
