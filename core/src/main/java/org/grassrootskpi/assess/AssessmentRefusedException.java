package org.grassrootskpi.assess;

/** Thrown where something cannot be assessed, with the typed reason and the way out. */
public final class AssessmentRefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient AssessmentRefusal refusal;

    /**
     * Reports a refusal.
     *
     * @param refusal the reason, what was found and what to do instead
     */
    public AssessmentRefusedException(AssessmentRefusal refusal) {
        super(refusal.describe());
        this.refusal = refusal;
    }

    /**
     * Reports a refusal.
     *
     * @param reason why
     * @param message what was asked, and what was found instead of what it needs
     * @param suggestion what to do instead
     */
    public AssessmentRefusedException(AssessmentRefusal.Reason reason, String message, String suggestion) {
        this(AssessmentRefusal.of(reason, message, suggestion));
    }

    /** {@return the reason and the way out} */
    public AssessmentRefusal refusal() {
        return refusal;
    }
}
