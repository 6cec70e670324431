package nl.schakel.ledger.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Axon's update checker is off, what would start it is absent, and so is XStream. */
final class NoCallingHomeTest {

    @Test
    void the_update_checker_is_off() {
        assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
        assertThat(UsagePropertyProvider.create().getDisabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.axonframework.config.DefaultConfigurer",
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
                "com.thoughtworks.xstream.XStream"
            })
    void what_calls_home_or_reads_any_class_is_not_there(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}
