package nl.schakel.query.web.live;

import java.util.UUID;
import nl.schakel.access.edge.Caller;
import nl.schakel.query.bell.BellEndpoint;
import nl.schakel.query.path.PathEndpoint;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams by which an open path or bell hears that something new came. */
@RestController
class LivePage {

    private final Streams streams;
    private final PathEndpoint paths;
    private final BellEndpoint bells;

    LivePage(Streams streams, PathEndpoint paths, BellEndpoint bells) {
        this.streams = streams;
        this.paths = paths;
        this.bells = bells;
    }

    @GetMapping(path = "/inwoners/{id}/nieuws", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter path(@PathVariable UUID id, @RequestParam long na, Caller caller) {
        paths.newest(id, caller);
        return streams.open("path", id, na, () -> paths.newest(id, caller));
    }

    @GetMapping(path = "/zorgsignalen/{id}/nieuws", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter bell(@PathVariable UUID id, @RequestParam long na, Caller caller) {
        bells.newest(id, caller);
        return streams.open("bell", id, na, () -> bells.newest(id, caller));
    }
}
