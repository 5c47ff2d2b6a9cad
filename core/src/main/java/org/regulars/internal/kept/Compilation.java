package org.regulars.internal.kept;

import java.util.List;
import java.util.Map;
import org.regulars.RuleProblem;
import org.regulars.internal.reading.RuleSummary;

/**
 * What became of good rule files when they were compiled, before anything was woven into it.
 *
 * @param rules their rules, in the order of files and lines
 * @param warnings what is probably not meant so in them
 * @param classes the classes, by their internal names, as the compiler made them: nothing of them may be loaded before the
 *     guard has looked through them
 */
public record Compilation(List<RuleSummary> rules, List<RuleProblem> warnings, Map<String, byte[]> classes) {}
