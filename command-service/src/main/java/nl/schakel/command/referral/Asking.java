package nl.schakel.command.referral;

import java.util.List;
import java.util.Map;
import nl.schakel.access.Keyed;
import nl.schakel.access.Refused;
import nl.schakel.command.desk.Team;
import nl.schakel.command.desk.Voice;
import nl.schakel.command.referral.Referral.Asked;
import nl.schakel.command.referral.Referral.Introducing;
import nl.schakel.command.referral.Referral.NotNow;
import nl.schakel.command.referral.Referral.Open;
import nl.schakel.command.referral.Referral.Unasked;
import nl.schakel.command.referral.Referral.Welcome;
import nl.schakel.command.referral.ReferralCommand.AnswerQuestion;
import nl.schakel.command.referral.ReferralCommand.AskQuestion;
import nl.schakel.command.referral.ReferralCommand.RecordYesOfPerson;
import nl.schakel.command.referral.ReferralCommand.Refer;
import nl.schakel.command.referral.ReferralCommand.SayNotNow;
import nl.schakel.events.By;
import nl.schakel.events.PersonId;
import nl.schakel.events.QuestionId;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.referral.ReferralEvent.NotNowSaid;
import nl.schakel.events.referral.ReferralEvent.PersonSaidYes;
import nl.schakel.events.referral.ReferralEvent.QuestionAnswered;
import nl.schakel.events.referral.ReferralEvent.QuestionAsked;
import nl.schakel.events.referral.ReferralEvent.ReferralAsked;
import nl.schakel.events.referral.ReferralEvent.Welcomed;
import org.jspecify.annotations.Nullable;

/**
 * The first phase: a question, perhaps one back, and the two yeses that a start needs (rules 1, 3,
 * 4 and 7).
 */
final class Asking {

    private Asking() {}

    static List<ReferralEvent> refer(Refer c, Referral referral) {
        if (!(referral instanceof Unasked)) {
            throw Refused.because(ReferralRefusal.ALREADY_ASKED);
        }
        theReceiverIsSomeoneElse(c);
        thePersonKnowsOfThis(c);
        aKnownContactCanBeReached(c.contact(), c.substitute(), c.team());
        return List.of(
                new ReferralAsked(
                        c.referral(),
                        c.person(),
                        c.from(),
                        c.to(),
                        c.wish(),
                        c.contact(),
                        c.substitute(),
                        c.by()));
    }

    static List<ReferralEvent> ask(AskQuestion c, Referral referral) {
        var asked = theQuestionIsStillOpen(referral);
        onlyTheReceiverAnswers(asked.deal(), c.by());
        return List.of(
                new QuestionAsked(
                        c.referral(), asked.deal().person(), c.question(), c.words(), c.by()));
    }

    static List<ReferralEvent> answer(AnswerQuestion c, Referral referral) {
        var asked = theQuestionIsStillOpen(referral);
        onlyTheSenderTellsMore(asked.deal(), c.by());
        if (!asked.questions().containsKey(c.question())) {
            throw Refused.because(ReferralRefusal.NO_SUCH_QUESTION);
        }
        return List.of(
                new QuestionAnswered(
                        c.referral(), asked.deal().person(), c.question(), c.words(), c.by()));
    }

    static List<ReferralEvent> yes(RecordYesOfPerson c, Referral referral) {
        return switch (referral) {
            case Asked(var deal, var yes, _) when !yes -> saidYes(c, deal);
            case Welcome(var deal, _, var yes) when !yes -> saidYes(c, deal);
            case NotNow _ -> throw Refused.because(ReferralRefusal.ALREADY_ANSWERED);
            case Unasked _ -> throw Refused.because(ReferralRefusal.NOT_ASKED);
            case Open _ -> List.of();
        };
    }

    static List<ReferralEvent> welcome(ReferralCommand.Welcome c, Referral referral) {
        var asked = theQuestionIsStillOpen(referral);
        onlyTheReceiverAnswers(asked.deal(), c.by());
        aKnownContactCanBeReached(c.contact(), c.substitute(), c.team());
        return List.of(
                new Welcomed(
                        c.referral(), asked.deal().person(), c.contact(), c.substitute(), c.by()));
    }

    static List<ReferralEvent> notNow(SayNotNow c, Referral referral) {
        var asked = theQuestionIsStillOpen(referral);
        onlyTheReceiverAnswers(asked.deal(), c.by());
        return List.of(new NotNowSaid(c.referral(), asked.deal().person(), c.words(), c.by()));
    }

    static Asked question(Asked asked, QuestionId question, boolean answered) {
        return new Asked(
                asked.deal(), asked.yes(), Keyed.with(asked.questions(), question, answered));
    }

    static Referral agreed(Open referral) {
        return switch (referral) {
            case Asked(var deal, _, var questions) -> new Asked(deal, true, questions);
            case Welcome(var deal, var host, _) -> new Welcome(deal, host, true);
            default -> referral;
        };
    }

    static Welcome welcomed(Asked asked, PersonId host) {
        return new Welcome(asked.deal(), host, asked.yes());
    }

    /** Rule 3: both yeses, or no start. */
    static Introducing aStartNeedsBothYeses(Referral referral) {
        return switch (referral) {
            case Introducing introducing -> introducing;
            case Welcome(var deal, var host, var yes) when yes ->
                    new Introducing(deal, host, Map.of());
            case Welcome _ -> throw Refused.because(ReferralRefusal.A_START_NEEDS_BOTH_YESES);
            case Asked _ -> throw Refused.because(ReferralRefusal.A_START_NEEDS_BOTH_YESES);
            case Unasked _ -> throw Refused.because(ReferralRefusal.NOT_ASKED);
            case NotNow _ -> throw Refused.because(ReferralRefusal.ALREADY_ANSWERED);
            case Open _ -> throw Refused.because(ReferralRefusal.ALREADY_INTRODUCED);
        };
    }

    private static List<ReferralEvent> saidYes(RecordYesOfPerson c, Deal deal) {
        theYesOfThePersonIsHersAlone(deal, c.by());
        return List.of(new PersonSaidYes(c.referral(), deal.person(), c.by()));
    }

    /** Rule 3: by herself, or spoken to someone at either side, who wrote it down as hers. */
    private static void theYesOfThePersonIsHersAlone(Deal deal, By by) {
        boolean herself = deal.person().equals(by.who()) && by.party() == null;
        boolean writtenDown = by.reportedBy() != null && deal.atEitherSide(by);
        if (!deal.person().equals(Voice.of(by)) || !(herself || writtenDown)) {
            throw Refused.because(ReferralRefusal.THE_YES_OF_THE_PERSON_IS_HERS_ALONE);
        }
    }

    private static void theReceiverIsSomeoneElse(Refer c) {
        if (c.from().equals(c.to())) {
            throw Refused.because(ReferralRefusal.THE_RECEIVER_IS_SOMEONE_ELSE);
        }
    }

    /** Rule 1: nothing is asked behind somebody's back. */
    private static void thePersonKnowsOfThis(Refer c) {
        if (!c.personKnows()) {
            throw Refused.because(ReferralRefusal.THE_PERSON_KNOWS_OF_THIS);
        }
    }

    /** Rule 7: a named human of this party who is there, or whose stand-in is. */
    private static void aKnownContactCanBeReached(
            PersonId contact, @Nullable PersonId substitute, Team team) {
        boolean known =
                team.members().contains(contact)
                        && (substitute == null || team.members().contains(substitute));
        boolean reached = team.reaches(contact) || substitute != null && team.here(substitute);
        if (!known || !reached) {
            throw Refused.because(ReferralRefusal.A_KNOWN_CONTACT_CAN_BE_REACHED);
        }
    }

    private static Asked theQuestionIsStillOpen(Referral referral) {
        return switch (referral) {
            case Asked asked -> asked;
            case Unasked _ -> throw Refused.because(ReferralRefusal.NOT_ASKED);
            case Open _ -> throw Refused.because(ReferralRefusal.ALREADY_ANSWERED);
        };
    }

    /** Rules 3 and 4: no third party can set either yes, and only who was asked may ask back. */
    private static void onlyTheReceiverAnswers(Deal deal, By by) {
        if (!deal.atReceiver(by)) {
            throw Refused.because(ReferralRefusal.ONLY_THE_RECEIVER_ANSWERS);
        }
    }

    private static void onlyTheSenderTellsMore(Deal deal, By by) {
        if (!deal.atSender(by)) {
            throw Refused.because(ReferralRefusal.ONLY_THE_SENDER_TELLS_MORE);
        }
    }
}
