package nl.schakel.access.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.events.concern.Urgency;
import nl.schakel.events.party.PartyKind;
import nl.schakel.events.party.Role;
import nl.schakel.events.person.Category;
import nl.schakel.events.referral.Meeting;
import nl.schakel.events.support.Level;
import nl.schakel.events.support.Line;

/** The words of the API for the constants of the code, both ways; the glossary explains them. */
public final class Dutch {

    private static final Map<Enum<?>, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(PartyKind.INITIATIVE, "initiatief");
        WORDS.put(PartyKind.PROFESSIONAL, "organisatie");
        WORDS.put(Role.CONTACT, "contact");
        WORDS.put(Role.VOLUNTEER, "vrijwilliger");
        WORDS.put(Role.COORDINATOR, "coordinator");
        WORDS.put(Role.POLICY, "beleid");
        WORDS.put(Role.REVIEWER, "toetser");
        WORDS.put(Role.AUDITOR, "auditor");
        WORDS.put(Category.CONTACT_DETAILS, "contactgegevens");
        WORDS.put(Category.REFERRAL, "verwijzing");
        WORDS.put(Category.GUIDE, "handleiding");
        WORDS.put(Meeting.TOGETHER, "samen");
        WORDS.put(Meeting.ALONE, "alleen");
        WORDS.put(Meeting.DID_NOT_HAPPEN, "niet-doorgegaan");
        WORDS.put(Line.INDIVIDUAL, "individueel");
        WORDS.put(Line.COLLECTIVE, "collectief");
        WORDS.put(Level.ON_CALL, "op-afroep");
        WORDS.put(Level.FINGER_ON_THE_PULSE, "vinger-aan-de-pols");
        WORDS.put(Level.ALONGSIDE, "nabij");
        WORDS.put(Level.INTENSIVE, "intensief");
        WORDS.put(Urgency.CONCERN, "zorg");
        WORDS.put(Urgency.URGENT, "dringend");
        WORDS.put(Urgency.DANGER, "gevaar");
    }

    private Dutch() {}

    /** The Dutch word for a constant; every constant of a fact has one. */
    public static String of(Enum<?> constant) {
        var word = WORDS.get(constant);
        if (word == null) {
            throw new IllegalArgumentException("no Dutch word for " + constant);
        }
        return word;
    }

    /** The constant that a Dutch word stands for; the word was checked before. */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return WORDS.entrySet().stream()
                .filter(entry -> type.isInstance(entry.getKey()) && entry.getValue().equals(word))
                .map(entry -> type.cast(entry.getKey()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no constant for a word of " + type.getSimpleName()));
    }

    static List<String> words(Class<? extends Enum<?>> type) {
        return WORDS.entrySet().stream()
                .filter(entry -> type.isInstance(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
