package org.regulars.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;
import org.regulars.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what rules promise, in sentences for customers. */
@Command(
        name = "terms",
        header = "Writes the terms of a program for its customers, from its rules.",
        description = {
            "",
            "How one earns, what one gets, tiers, limits, how long points last, returns: a sentence for each rule, under"
                    + " the rule's name. What cannot be put into words stands there as the rule has it.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:here are the terms",
            "1:the rules are wrong, or the terms cannot be written there",
            "2:the command was not given what it needs: there is no such directory",
            "3:the command itself is at fault"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  regulars terms rules",
            "  regulars terms rules --html > terms.html",
            "  regulars terms rules --out shop-window"
        })
final class TermsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private RulePath rules;

    @Option(names = "--html", description = "Print a page of HTML instead of Markdown.")
    private boolean html;

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            description = "Write TERMS.md and TERMS.html there instead of printing.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        try (RuleSet loaded = rules.load()) {
            Terms terms = loaded.terms();
            if (directory == null) {
                out.print(html ? terms.html() : terms.markdown());
            } else {
                write(directory.resolve("TERMS.md"), terms.markdown(), out);
                write(directory.resolve("TERMS.html"), terms.html(), out);
            }
            out.flush();
            return RegularsCommand.WELL;
        } catch (RuleSetException e) {
            boolean colours = command.commandLine().getColorScheme().ansi().enabled();
            return wrong(new ProblemReport(e.problems(), rules.files(), 0, false, colours).text());
        } catch (FileProblem e) {
            return wrong(e.getMessage() + "\n");
        }
    }

    private int wrong(String message) {
        PrintWriter err = command.commandLine().getErr();
        err.print(message);
        err.flush();
        return RegularsCommand.WRONG;
    }

    private static void write(Path file, String text, PrintWriter out) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
            out.println(file);
        } catch (IOException e) {
            throw new FileProblem(file.toString(), 0, "cannot be written (" + e + "). Maybe it is not yours to write?");
        }
    }
}
