package nl.schakel.query.web.frame;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.login.Drafts;
import nl.schakel.query.login.Tokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Templates, the port to the commands, and what a browser may keep for a year. */
@Configuration
class WebWiring {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @Bean
    Screens screens(Texts texts, ResourceUrlProvider versions, Drafts drafts, InstantSource clock) {
        return new Screens(texts, versions, drafts, clock);
    }

    @Bean
    Commands commands(@Value("${schakel.commands}") String address, Tokens tokens, Texts texts) {
        return new Commands(address, tokens, texts);
    }

    /** What forms hold; and each build's own stylesheet has an address of its own. */
    @Bean
    WebMvcConfigurer pageEdge(Drafts drafts) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FilledResolver(drafts));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/vorm/**")
                        .addResourceLocations("classpath:/vorm/")
                        .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                        .resourceChain(true)
                        .addResolver(
                                new VersionResourceResolver().addContentVersionStrategy("/**"));
            }
        };
    }
}
