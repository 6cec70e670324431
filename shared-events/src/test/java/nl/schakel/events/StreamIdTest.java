package nl.schakel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StreamIdTest {

    @Test
    void a_stream_is_read_back_as_it_was_written() {
        var stream = new ReferralId(new UUID(1, 2)).stream();
        assertThat(StreamId.parse(stream.toString())).isEqualTo(stream);
    }

    @Test
    void what_is_no_stream_is_refused() {
        assertThatThrownBy(() -> StreamId.parse("referral"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
