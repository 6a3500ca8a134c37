package org.grassrootskpi.check;

/**
 * How often a rule was applied.
 *
 * @param made the relations that were checked: those that passed and those that gave a finding
 * @param passed the relations that hold
 * @param impossible the relations of which the text gives too little: a growth without its base, a figure that 约 leaves open
 */
public record CheckCount(int made, int passed, int impossible) {
    static final CheckCount NONE = new CheckCount(0, 0, 0);

    CheckCount plusPassed() {
        return new CheckCount(made + 1, passed + 1, impossible);
    }

    CheckCount plusFound() {
        return new CheckCount(made + 1, passed, impossible);
    }

    CheckCount plusImpossible() {
        return new CheckCount(made, passed, impossible + 1);
    }
}
