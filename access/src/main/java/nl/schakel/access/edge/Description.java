package nl.schakel.access.edge;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What OpenAPI says of every route: who calls, under which conditions, and how problems look. */
@Configuration
class Description {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi(Texts texts, @Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title(texts.of("openapi." + service))
                                .version("1.0.0")
                                .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .schemaRequirement(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .security(List.of(new SecurityRequirement().addList(TOKEN)));
    }

    @Bean
    OperationCustomizer conditions(Texts texts) {
        return (operation, handler) -> {
            if (calls(handler)) {
                header(operation, texts, "Namens", false);
                if (!handler.getMethod().isAnnotationPresent(GetMapping.class)) {
                    header(
                            operation,
                            texts,
                            "Idempotency-Key",
                            handler.getMethod().isAnnotationPresent(PostMapping.class));
                    header(operation, texts, "If-Match", false);
                }
            }
            operation.getResponses().addApiResponse("default", problem(texts));
            return operation;
        };
    }

    private static boolean calls(HandlerMethod handler) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(Caller.class);
    }

    private static void header(Operation operation, Texts texts, String name, boolean required) {
        operation.addParametersItem(
                new Parameter()
                        .in("header")
                        .name(name)
                        .required(required)
                        .schema(new StringSchema())
                        .description(texts.of("openapi." + name)));
    }

    private static ApiResponse problem(Texts texts) {
        var schema = new ObjectSchema();
        List.of("type", "title", "detail", "spoor")
                .forEach(name -> schema.addProperty(name, new StringSchema()));
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("fouten", new ArraySchema().items(fault()));
        return new ApiResponse()
                .description(texts.of("openapi.probleem"))
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }

    private static ObjectSchema fault() {
        var schema = new ObjectSchema();
        List.of("veld", "melding").forEach(name -> schema.addProperty(name, new StringSchema()));
        return schema;
    }
}
