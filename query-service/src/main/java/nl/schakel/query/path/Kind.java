package nl.schakel.query.path;

import java.util.Locale;

/** The kinds of switch moments; each is a word of the API. */
enum Kind {
    VERWEZEN,
    VRAAG_GESTELD,
    VRAAG_BEANTWOORD,
    JA_VAN_INWONER,
    WELKOM,
    NIET_NU,
    HANDLEIDING_GESCHREVEN,
    HANDLEIDING_VRIJGEGEVEN,
    HANDLEIDING_TERUGGELEZEN,
    EERSTE_BEZOEK_BELOOFD,
    EERSTE_BEZOEK_VERZET,
    EERSTE_BEZOEK_AFGEZEGD,
    EERSTE_BEZOEK,
    OPGESCHAALD,
    AFGESCHAALD,
    AAN_DE_BEL,
    BEL_GEHOORD,
    BEL_UITKOMST,
    LOSLATEN_VOORGESTELD,
    LOSLATEN_BEVESTIGD,
    INZAGE_GEGEVEN;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
