package org.regulars.examples.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.regulars.RuleProblem;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with rule files. */
@Command(
        name = "check",
        header = "Tells everything that is wrong with rule files, each with its line.",
        description = {
            "",
            "What is wrong stands with the file, the line and the column, and a caret under the place. A warning is"
                    + " something that can be used and is probably not meant so.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well, or there are only warnings",
            "1:there are errors (with --strict: or warnings)",
            "2:the command was not given what it needs: there is no such directory",
            "3:the command itself is at fault"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  regulars check rules",
            "  regulars check rules/coffee.drl --strict",
            "  regulars check rules --values category=coffee,tea --values channel=app,till",
            "  regulars check rules --json > problems.json"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private RulePath rules;

    @Option(names = "--strict", description = "Take warnings for errors.")
    private boolean strict;

    @Option(
            names = "--json",
            description = "Write a JSON array for editors: file, line, column, severity, message, source.")
    private boolean json;

    @Override
    public Integer call() {
        int offers = 0;
        List<RuleProblem> problems;
        try (RuleSet loaded = rules.loadAsOf(LocalDate.now(ZoneId.systemDefault()))) {
            offers = loaded.offers().size();
            problems = loaded.warnings();
        } catch (RuleSetException e) {
            problems = e.problems();
        }
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.problems(problems));
        } else {
            boolean colours = command.commandLine().getColorScheme().ansi().enabled();
            out.print(new ProblemReport(problems, rules.files(), offers, strict, colours).text());
        }
        out.flush();
        return ProblemReport.isRefused(problems, strict) ? RegularsCommand.WRONG : RegularsCommand.WELL;
    }
}
