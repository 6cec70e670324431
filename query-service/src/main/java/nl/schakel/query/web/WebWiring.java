package nl.schakel.query.web;

import java.time.Duration;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.login.Tokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Templates, the port to the commands, and what a browser may keep for a year. */
@Configuration
class WebWiring {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @Bean
    Screens screens(Texts texts, ResourceUrlProvider versions) {
        return new Screens(texts, versions);
    }

    @Bean
    Commands commands(@Value("${schakel.commands}") String address, Tokens tokens, Texts texts) {
        return new Commands(address, tokens, texts);
    }

    /** Each build's own stylesheet has an address of its own. */
    @Bean
    WebMvcConfigurer kept() {
        return new WebMvcConfigurer() {
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
