package org.regulars.internal.prose;

import java.util.List;

/**
 * What is written, before it is Markdown or HTML.
 *
 * @param title what it is called
 * @param blocks what stands below that
 */
record Document(String title, List<Block> blocks) {}
