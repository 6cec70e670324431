package nl.schakel.query.web.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.access.edge.ProblemPage;
import nl.schakel.access.edge.Texts;
import nl.schakel.query.login.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Puts what a page found into its template. */
public final class Screens implements ProblemPage {

    /** What a page answers with. */
    public static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;
    private final ResourceUrlProvider versions;
    private final Drafts drafts;
    private final InstantSource clock;

    Screens(Texts texts, ResourceUrlProvider versions, Drafts drafts, InstantSource clock) {
        this.texts = texts;
        this.versions = versions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** One screen, for who asks. */
    public String show(String template, String title, Object model, Caller caller, CsrfToken csrf) {
        return show(template, title, model, Filled.NOTHING, caller, csrf);
    }

    /** One screen with a form that was sent before. */
    public String show(
            String template,
            String title,
            Object model,
            Filled filled,
            Caller caller,
            CsrfToken csrf) {
        var me = caller.actor().person().value();
        var key = Objects.requireNonNullElse(filled.again(), caller.trace());
        return rendered(template, model, frame(title, me, csrf, key));
    }

    @Override
    public String of(String title, String detail, List<Map<String, String>> faults) {
        return rendered(
                "problem", new Problem(title, detail, faults), frame(title, null, null, ""));
    }

    /** What went wrong, in words. */
    public record Problem(String title, String detail, List<Map<String, String>> faults) {}

    private Frame frame(String title, @Nullable UUID me, @Nullable CsrfToken csrf, String key) {
        return new Frame(
                texts,
                title,
                me,
                kept("/vorm/schakel.css"),
                kept("/vorm/schakel.svg"),
                kept("/vorm/schakel.js"),
                csrf,
                key,
                drafts.whose(),
                clock.instant());
    }

    private String rendered(String template, Object model, Frame frame) {
        var html = new StringOutput();
        templates.render(template + ".jte", Map.of("frame", frame, "model", model), html);
        return html.toString();
    }

    /** Where a browser finds a file that it may keep as long as this build is there. */
    private String kept(String path) {
        var versioned = versions.getForLookupPath(path);
        return versioned == null ? path : versioned;
    }
}
