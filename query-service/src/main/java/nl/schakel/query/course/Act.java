package nl.schakel.query.course;

/**
 * What somebody can do in a referral, the likeliest first; each has a word of its own in answers
 * and addresses.
 */
public enum Act {
    WELCOME("welkom"),
    NOT_NOW("niet-nu"),
    ASK("vraag"),
    TELL_MORE("antwoord"),
    YES_OF_PERSON("ja"),
    PROMISE_VISIT("eerste-bezoek"),
    TELL_VISIT("hoe-ging-het"),
    MOVE_VISIT("verzetten"),
    CALL_OFF_VISIT("afzeggen"),
    LOOK_AFTER("omkijken"),
    SCALE_UP("meer-steun"),
    SCALE_DOWN("minder-steun"),
    LET_GO("loslaten");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    /** Its word. */
    public String word() {
        return word;
    }
}
