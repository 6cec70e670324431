package nl.schakel.query.web.live;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The look at what moved; it reads positions alone, past the wall that is for words. */
@Configuration
class LiveWiring {

    @Bean
    Streams streams(@Qualifier("project") DataSource project) {
        return new Streams(JdbcClient.create(project));
    }
}
