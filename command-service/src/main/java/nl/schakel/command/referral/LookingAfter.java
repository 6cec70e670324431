package nl.schakel.command.referral;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import nl.schakel.access.Refused;
import nl.schakel.command.referral.Referral.Introducing;
import nl.schakel.command.referral.Referral.LettingGo;
import nl.schakel.command.referral.Referral.LookedAfter;
import nl.schakel.command.referral.Referral.Started;
import nl.schakel.command.referral.Referral.TakingPart;
import nl.schakel.command.referral.ReferralCommand.ConfirmLettingGo;
import nl.schakel.command.referral.ReferralCommand.LetGo;
import nl.schakel.events.By;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.events.referral.ReferralEvent.LettingGoConfirmed;
import nl.schakel.events.referral.ReferralEvent.LettingGoProposed;

/** The last phase: one side lets go, the other looks after, with a way back (rule 11). */
final class LookingAfter {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private LookingAfter() {}

    static List<ReferralEvent> letGo(LetGo c, Referral referral) {
        var deal = whoTakesPartCanBeLetGo(referral, c.by());
        lookingAfterTakesTime(c.lookAfterUntil(), c.by());
        theWayBackCanBeReached(c);
        return List.of(
                new LettingGoProposed(
                        c.referral(), deal.person(), c.lookAfterUntil(), c.wayBack(), c.by()));
    }

    static List<ReferralEvent> confirm(ConfirmLettingGo c, Referral referral) {
        return switch (referral) {
            case LettingGo lettingGo -> confirmed(c, lettingGo);
            case LookedAfter _ -> List.of();
            default -> throw Refused.because(ReferralRefusal.NOBODY_LETS_GO);
        };
    }

    static LettingGo proposed(Started referral, LettingGoProposed proposed) {
        var by = Objects.requireNonNull(proposed.by().party());
        return switch (referral) {
            case TakingPart(var deal, var host, var visits) ->
                    new LettingGo(deal, host, visits, by);
            case LettingGo(var deal, var host, var visits, _) ->
                    new LettingGo(deal, host, visits, by);
            case Introducing _, LookedAfter _ ->
                    throw new IllegalStateException(
                            "letting go of who does not take part: " + proposed.stream());
        };
    }

    static LookedAfter confirmed(Started referral) {
        return new LookedAfter(referral.deal(), referral.visits());
    }

    private static List<ReferralEvent> confirmed(ConfirmLettingGo c, LettingGo lettingGo) {
        theOtherSideConfirms(lettingGo, c.by());
        return List.of(new LettingGoConfirmed(c.referral(), lettingGo.deal().person(), c.by()));
    }

    private static Deal whoTakesPartCanBeLetGo(Referral referral, By by) {
        var deal =
                switch (referral) {
                    case TakingPart takingPart -> takingPart.deal();
                    case LettingGo lettingGo when lettingGo.proposedBy().equals(by.party()) ->
                            lettingGo.deal();
                    case LettingGo _ ->
                            throw Refused.because(ReferralRefusal.THE_OTHER_SIDE_ALREADY_LETS_GO);
                    default -> throw Refused.because(ReferralRefusal.WHO_TAKES_PART_CAN_BE_LET_GO);
                };
        if (!deal.atEitherSide(by)) {
            throw Refused.because(ReferralRefusal.ONLY_WHO_IS_INVOLVED);
        }
        return deal;
    }

    private static void lookingAfterTakesTime(LocalDate until, By by) {
        if (!until.isAfter(by.occurredAt().atZone(HERE).toLocalDate())) {
            throw Refused.because(ReferralRefusal.LOOKING_AFTER_TAKES_TIME);
        }
    }

    private static void theWayBackCanBeReached(LetGo c) {
        if (!c.team().reaches(c.wayBack())) {
            throw Refused.because(ReferralRefusal.THE_WAY_BACK_CAN_BE_REACHED);
        }
    }

    private static void theOtherSideConfirms(LettingGo lettingGo, By by) {
        if (lettingGo.proposedBy().equals(by.party()) || !lettingGo.deal().atEitherSide(by)) {
            throw Refused.because(ReferralRefusal.THE_OTHER_SIDE_CONFIRMS);
        }
    }
}
