package org.grassrootskpi.report;

/** The reason for which a figure is left to a person, with the words that gave it. */
record Question(OpenReason reason, String detail) {}
