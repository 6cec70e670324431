package nl.schakel.query.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import javax.sql.DataSource;
import nl.schakel.query.runtime.KeptView;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rebuild is a process of its own: who serves beside it shows how far it is. */
@Configuration
class RebuildWiring {

    @Bean
    MeterBinder rebuildsToGo(@Qualifier("project") DataSource source, List<KeptView<?>> views) {
        var jdbc = JdbcClient.create(source);
        return meters -> views.forEach(view -> gauge(meters, jdbc, view.name()));
    }

    private static void gauge(MeterRegistry meters, JdbcClient jdbc, String fold) {
        Gauge.builder("schakel.rebuild.facts.left", jdbc, from -> left(from, fold))
                .description("facts that a rebuild under way still has to read")
                .tag("fold", fold)
                .register(meters);
    }

    private static long left(JdbcClient jdbc, String fold) {
        return jdbc.sql(
                        "SELECT coalesce((SELECT head - facts FROM query.rebuild WHERE fold = ? AND until IS NULL), 0)")
                .param(fold)
                .query(Long.class)
                .single();
    }
}
