package org.grassrootskpi.model;

/** The two languages of a catalogue. */
public enum Language {
    /** Chinese, as the reports are written. */
    ZH,
    /** English. */
    EN
}
