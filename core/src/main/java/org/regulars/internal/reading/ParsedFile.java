package org.regulars.internal.reading;

import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file as it was parsed.
 *
 * @param file its text
 * @param content all that stands in it, as Drools reads it
 * @param rules its rules
 */
public record ParsedFile(RuleFile file, PackageDescr content, List<ParsedRule> rules) {}
