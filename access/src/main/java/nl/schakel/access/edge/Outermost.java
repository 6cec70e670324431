package nl.schakel.access.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Around all requests, those that no filter ever sees as well: names the version of the API, and
 * tells what the container refuses in the words of every other problem.
 */
final class Outermost extends ErrorReportValve {

    private static final String NAME = "API-Version";
    private static final String VERSION = "1.0.0";

    private final Problems problems;

    Outermost(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader(NAME, VERSION);
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        response.setHeader(NAME, VERSION);
        try {
            problems.write(problems.problem(response.getStatus(), request), request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
