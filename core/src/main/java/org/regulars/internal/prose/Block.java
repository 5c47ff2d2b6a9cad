package org.regulars.internal.prose;

import java.util.List;

/** A part of a document; the parts stand one below the other. */
sealed interface Block {

    /** The heading of a section. */
    record Heading(String text) implements Block {}

    /** A paragraph. */
    record Paragraph(List<Run> runs) implements Block {}

    /** A list with bullets. */
    record Bullets(List<List<Run>> items) implements Block {}

    /** A table, each row as long as its head. */
    record Table(List<String> head, List<List<List<Run>>> rows) implements Block {}
}
