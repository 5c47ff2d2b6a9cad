package org.regulars.examples.command;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** What a merchant types: {@code regulars check rules}, {@code regulars try rules purchase.json}. */
@Command(
        name = "regulars",
        description = "Checks loyalty rules, tries them on a purchase, and writes their terms.",
        mixinStandardHelpOptions = true,
        versionProvider = RegularsCommand.Version.class,
        synopsisSubcommandLabel = "(check | try | terms)",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  regulars check rules",
            "  regulars try rules purchase.json",
            "  regulars terms rules",
            "  regulars check --help",
            "",
            "'regulars' stands for: java -jar rules-examples/target/regulars.jar"
        })
public final class RegularsCommand {

    /** All went well. */
    static final int WELL = 0;
    /** Something is wrong with the rules or the purchase. */
    static final int WRONG = 1;
    /** The command was not given what it needs. */
    static final int USAGE = 2;
    /** The command itself is at fault. */
    static final int FAULT = 3;

    private RegularsCommand() {}

    /** Runs the command, and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        int code = commandLine(Clock.systemUTC()).execute(arguments);
        // Under Maven, where this is not a JVM of its own, a good end is no reason to end Maven.
        if (code != WELL) {
            System.exit(code);
        }
    }

    /** The command, taking the time of a purchase that has none from a clock. */
    static CommandLine commandLine(Clock clock) {
        CommandLine commandLine = new CommandLine(new RegularsCommand());
        commandLine
                .addSubcommand(new CheckCommand())
                .addSubcommand(new TryCommand(clock))
                .addSubcommand(new TermsCommand());
        commandLine.setParameterExceptionHandler((wrong, arguments) -> {
            PrintWriter err = wrong.getCommandLine().getErr();
            err.println(wrong.getMessage());
            err.println("'" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help' says more.");
            return USAGE;
        });
        commandLine.setExecutionExceptionHandler((fault, failed, parsed) -> {
            PrintWriter err = failed.getErr();
            err.println("This is a fault of the command and not of your rules. Please report it with what follows.");
            fault.printStackTrace(err);
            return FAULT;
        });
        return commandLine;
    }

    /** The version stands in the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RegularsCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "regulars " + (version == null ? "from its sources" : version) + ", Java "
                        + System.getProperty("java.version")
            };
        }
    }
}
