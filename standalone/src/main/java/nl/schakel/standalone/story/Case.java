package nl.schakel.standalone.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.schakel.standalone.story.Voice.Reply;
import org.jspecify.annotations.Nullable;

/** One case, told about one inwoner and one referral. */
final class Case {

    private final Neighbourhood here;
    private final String inwoner;
    private @Nullable UUID referral;
    private int told;

    Case(Neighbourhood here, String inwoner) {
        this.here = here;
        this.inwoner = inwoner;
    }

    /** The number of a telling makes its key: told again, it has no second effect. */
    Reply tell(String who, String path, Map<String, ?> body) {
        return here.voice(who).tell(inwoner + "-" + ++told, path, body);
    }

    /** Asks a party to welcome the inwoner. */
    void refer(String who, String to, String wish, @Nullable String substitute) {
        var body = new LinkedHashMap<String, Object>();
        body.put("inwoner", here.person(inwoner));
        body.put("naar", here.party(to));
        body.put("wens", wish);
        body.put("contact", here.person(who));
        body.put("inwonerWeetHiervan", true);
        if (substitute != null) {
            body.put("vervanger", here.person(substitute));
        }
        referral = tell(who, "/v1/verwijzingen", body).id();
    }

    /** An act on the referral. */
    Reply onReferral(String who, String act, Map<String, ?> body) {
        return tell(who, "/v1/verwijzingen/" + referral() + act, body);
    }

    /** An act on the inwoner's own history. */
    Reply onInwoner(String who, String act, Map<String, ?> body) {
        return tell(who, "/v1/inwoners/" + here.person(inwoner) + act, body);
    }

    UUID referral() {
        if (referral == null) {
            throw new IllegalStateException("nothing was asked yet");
        }
        return referral;
    }
}
