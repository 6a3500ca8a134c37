package org.grassrootskpi.check;

/** Finds the relations of one kind that a text states, and enters each into the ledger under the rule that it instantiates. */
interface Examiner {
    void examine(CheckedText text, Ledger ledger);
}
