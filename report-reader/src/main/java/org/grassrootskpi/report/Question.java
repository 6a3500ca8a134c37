package org.grassrootskpi.report;

/** Why a figure is left to a person, and what gave the reason. */
record Question(OpenReason reason, String detail) {}
