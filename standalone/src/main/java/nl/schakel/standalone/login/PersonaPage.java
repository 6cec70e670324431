package nl.schakel.standalone.login;

import java.util.stream.Collectors;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The personas of the demo neighbourhood: one click logs in. */
@RestController
class PersonaPage {

    static final String PATH = "/kies-persona";
    static final String STYLE = "/kies-persona.css";
    static final String ICON = "/kies-persona.svg";
    static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Wie ben je? - Schakel</title>
            <link rel="icon" href="%s">
            <link rel="stylesheet" href="%s">
            </head>
            <body>
            <main>
            <h1>Wie ben je?</h1>
            <p>Dit is de demo van Schakel, met verzonnen mensen. Kies wie je bent; er is geen wachtwoord.</p>
            <form method="post" action="%s">
            <input type="hidden" name="%s" value="%s">
            %s
            </form>
            </main>
            </body>
            </html>
            """;

    private static final String LOOK =
            """
            :root { color-scheme: light dark; }
            body { margin: 0; font: 1.0625rem/1.55 system-ui, sans-serif;
                background: light-dark(#fbfaf7, #14181b); color: light-dark(#1c2529, #e8ecec); }
            main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
            form { display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
            button { font: inherit; text-align: left; padding: 0.75rem 1rem; border-radius: 0.5rem; cursor: pointer;
                border: 1px solid light-dark(#d9dcd6, #37424a); background: light-dark(#ffffff, #1d2327);
                color: inherit; }
            button:focus-visible { outline: 3px solid light-dark(#0b5b6b, #7fd0de); outline-offset: 2px; }
            strong { display: block; color: light-dark(#0b5b6b, #7fd0de); }
            """;

    private static final String MARK =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="4">
            <circle cx="12" cy="16" r="8" stroke="#1f4e79"/><circle cx="20" cy="16" r="8" stroke="#2f6b3c"/>
            </svg>
            """;

    @GetMapping(path = PATH, produces = "text/html;charset=UTF-8")
    String page(CsrfToken csrf) {
        var choices =
                DemoLogin.PERSONAS.stream().map(PersonaPage::choice).collect(Collectors.joining());
        return PAGE.formatted(ICON, STYLE, PATH, csrf.getParameterName(), csrf.getToken(), choices);
    }

    @GetMapping(path = ICON, produces = "image/svg+xml")
    String icon() {
        return MARK;
    }

    @GetMapping(path = STYLE, produces = "text/css;charset=UTF-8")
    String style() {
        return LOOK;
    }

    private static String choice(String persona) {
        return "<button name=\"persona\" value=\"%s\"><strong>%s</strong> %s</button>\n"
                .formatted(persona, persona, who(persona));
    }

    private static String who(String persona) {
        return switch (persona) {
            case "samira" -> "GGZ-begeleider, Breda";
            case "peter" -> "vervangt Samira bij GGZ Breda";
            case "joke" -> "contact van De Sleutel, Breda Noord";
            case "sleutel-vrijwilliger" -> "vrijwilliger bij De Sleutel";
            case "hans" -> "inwoner van Breda";
            case "wim" -> "buurtassistent, Zuid Doet Samen";
            case "eline" -> "sociaal werker, Stimenz";
            case "fatma" -> "inwoner van Apeldoorn-Zuid";
            case "mieke" -> "dorpsondersteuner, Austerlitz";
            case "tom", "noor" -> "wijkverpleegkundige, Austerlitz";
            case "badhuis" -> "contact van Het Badhuis, Haarlem";
            case "coordinator" -> "coördinator bij GGZ Breda";
            case "beleid" -> "beleidsmaker, gemeente";
            case "toetser" -> "toetser, gemeente";
            case "auditor", "auditor2" -> "auditor";
            default -> "functioneel beheer";
        };
    }
}
