package nl.schakel.standalone;

import java.io.PrintStream;
import nl.schakel.standalone.login.DemoLogin;
import nl.schakel.standalone.story.Addresses;
import nl.schakel.standalone.story.Neighbourhood;

/** What a newcomer reads when everything is up: addresses, personas, and three lines to paste. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, Addresses addresses, Neighbourhood here) {
        var hans = here.voice("hans");
        var person = hans.ask("/v1/ik").body().required("persoon").stringValue();
        var path = hans.ask("/v1/inwoners/" + person + "/pad").body();
        var referral = path.required("schakelmomenten").required(0).required("verwijzing");
        out.println(
                """

                Schakel draait. Open %1$s en kies wie je bent.
                  vragen      %1$s   (OpenAPI: %1$s/v1/openapi.json)
                  opdrachten  %2$s   (OpenAPI: %2$s/v1/openapi.json)
                  demo-inlog  %3$s
                  personas    %4$s
                              (het wachtwoord is altijd: demo)

                Plak deze drie regels: een token, het pad van Hans, een nieuw zorgsignaal.

                TOKEN=$(curl -sS -u samira:demo -d grant_type=client_credentials \
                %3$s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                curl -sS -w '\\n' -H "Authorization: Bearer $TOKEN" %1$s/v1/inwoners/%5$s/pad
                curl -sS -w '\\n' -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $(date +%%s)" \
                -H "Content-Type: application/json" \
                -d '{"verwijzing":"%6$s","watZieJe":"Hij is stiller dan anders.","hoeDringend":"zorg"}' \
                %2$s/v1/zorgsignalen

                Ctrl-C stopt alles; ./start gaat daarna verder waar het was."""
                        .formatted(
                                addresses.query(),
                                addresses.command(),
                                addresses.login(),
                                String.join(", ", DemoLogin.PERSONAS),
                                person,
                                referral.stringValue()));
    }
}
