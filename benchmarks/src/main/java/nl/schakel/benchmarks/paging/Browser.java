package nl.schakel.benchmarks.paging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Somebody who is logged in, and gets pages as a browser does: with cookies, compressed. */
final class Browser implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final int FINE = 200;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .followRedirects(Redirect.ALWAYS)
                    .build();
    private final String home;

    private Browser(String home) {
        this.home = home;
    }

    /** Chooses who she is on the page of the demo login. */
    static Browser in(String home, String persona) {
        var browser = new Browser(home);
        var choice = browser.send(HttpRequest.newBuilder(URI.create(home + "/")));
        var page = text(choice);
        var form =
                "persona="
                        + persona
                        + "&_csrf="
                        + URLEncoder.encode(found(CSRF, page), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(choice.uri().resolve(found(ACTION, page)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return browser;
    }

    /** A page, as it came over the wire; throws when it is not there. */
    HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(home + path)));
    }

    /** What a page says. */
    static String text(HttpResponse<byte[]> answer) {
        boolean packed = answer.headers().firstValue("content-encoding").isPresent();
        try (InputStream bytes = new ByteArrayInputStream(answer.body());
                var plain = packed ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A stream that stays open; the headers have come when this returns. */
    HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(home + path)).build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            var answer =
                    http.send(
                            request.header("Accept-Encoding", "gzip").build(),
                            BodyHandlers.ofByteArray());
            if (answer.statusCode() != FINE) {
                throw new IllegalStateException(answer.uri().getPath() + " " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(m -> m.group(1)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
