package nl.schakel.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.schakel.events.referral.ReferralEvent;
import nl.schakel.ledger.codec.FactCodec;
import nl.schakel.ledger.codec.Upcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/** A fact of a made-up older revision is the same fact: followed live, rebuilt and replayed. */
@Timeout(60)
final class OldRevisionTest {

    /** Long ago a visit was called off by the one who {@code cancelled}. */
    private static final Upcaster CALLED_OFF =
            new Upcaster() {
                @Override
                public String name() {
                    return "referral.first-visit-called-off";
                }

                @Override
                public int from() {
                    return 0;
                }

                @Override
                public ObjectNode lift(ObjectNode fact) {
                    fact.set("calledOffBy", fact.remove("cancelled"));
                    return fact;
                }
            };

    @Test
    void is_the_same_in_live_reading_rebuild_and_replay() throws Exception {
        try (var quarter = new Quarter(new FactCodec(List.of(CALLED_OFF)))) {
            var person = quarter.comes();
            var today = quarter.reader.person(person, 0);
            assertThat(makeOld(quarter)).isEqualTo(1);

            quarter.started().level();
            var live = quarter.digests();
            assertThat(live.get("path_part")).startsWith("5 ");
            assertThat(quarter.folds.parked()).isEmpty();

            assertThat(quarter.rebuilding.rebuild("path")).isEmpty();
            assertThat(quarter.digests()).isEqualTo(live);

            assertThat(quarter.reader.person(person, 0)).isEqualTo(today);
            assertThat(today.getLast().fact())
                    .isInstanceOf(ReferralEvent.FirstVisitCalledOff.class);
        }
    }

    private static int makeOld(Quarter quarter) {
        quarter.superuser().sql("ALTER TABLE ledger.fact DISABLE TRIGGER USER").update();
        return quarter.superuser()
                .sql(
                        """
                        UPDATE ledger.fact SET revision = 0, payload = convert_to(
                            replace(convert_from(payload, 'UTF8'), '"calledOffBy"', '"cancelled"'), 'UTF8')
                        WHERE name = 'referral.first-visit-called-off'
                        """)
                .update();
    }
}
