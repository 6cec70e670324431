package nl.schakel.standalone.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The cases of the demo neighbourhood, in the order of time; over before it is told. */
public final class Story {

    private final StoryYear year;

    /** The last story that is over by now. */
    public Story(Instant now) {
        this.year = StoryYear.before(now);
    }

    /** When the neighbourhood moves in: a Friday before the first scene. */
    public Instant begins() {
        return year.eve();
    }

    /**
     * Tells it from the beginning; whatever was told in an earlier try has no second effect.
     *
     * @param goTo is called before each scene with its moment, and returns when all that was due
     *     before then has happened
     */
    public void tell(Neighbourhood here, Consumer<Instant> goTo) {
        here.moveIn();
        for (var scene : scenes(here)) {
            goTo.accept(scene.when());
            scene.tell().run();
        }
    }

    private List<Scene> scenes(Neighbourhood here) {
        return Stream.of(
                        new HansInBreda(here, year).scenes(),
                        new FatmaInApeldoorn(here, year).scenes())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Scene::when))
                .toList();
    }
}
