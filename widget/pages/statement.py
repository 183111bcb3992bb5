"""The accessibility statement (§ 12b BGG and the states' laws; model: Decision (EU) 2018/1523, annex)."""

from dataclasses import dataclass
from datetime import date

from widget.pages.rendering import render
from widget.pages.view import Choices, CityView

# The day on which this text was last compared with what the tests show; change it with the text.
REVIEWED = date(2026, 11, 22)

_STATES = {
    "BW": "Baden-Württemberg",
    "BY": "Bayern",
    "BE": "Berlin",
    "BB": "Brandenburg",
    "HB": "Bremen",
    "HH": "Hamburg",
    "HE": "Hessen",
    "MV": "Mecklenburg-Vorpommern",
    "NI": "Niedersachsen",
    "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz",
    "SL": "Saarland",
    "SN": "Sachsen",
    "ST": "Sachsen-Anhalt",
    "SH": "Schleswig-Holstein",
    "TH": "Thüringen",
}

# Names of the states' bodies where they are settled; elsewhere the statement paraphrases, and a city can name
# its own (`look.enforcement_name`).
_BODIES = {
    "BE": "Landesbeauftragte für digitale Barrierefreiheit des Landes Berlin",
    "BY": "Durchsetzungs- und Überwachungsstelle für barrierefreie Informationstechnik beim Landesamt für "
    "Digitalisierung, Breitband und Vermessung",
    "HE": "Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik beim Regierungspräsidium "
    "Gießen",
    "NW": "Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen",
}


@dataclass(frozen=True)
class Reporting:
    """Where barriers are reported: the city's `contact` (e-mail or web address), and the state's body.

    `state` is the code of ISO 3166-2:DE without country; `body` and `body_url` are the city's own statement
    of who enforces accessibility in its state.
    """

    state: str
    contact: str | None = None
    body: str | None = None
    body_url: str | None = None


def render_statement(city: CityView, reporting: Reporting, *, choices: Choices | None = None) -> str:
    """`/barrierefreiheit`: in German with a simple summary; in English for every other language."""
    chosen = choices or Choices()
    contact = reporting.contact or city.hotline.email
    return render(
        "statement.html",
        city,
        chosen,
        current="/barrierefreiheit",
        german=chosen.language.lower().split("-")[0] == "de",
        state=_STATES[reporting.state],
        body=reporting.body or _BODIES.get(reporting.state),
        body_url=reporting.body_url,
        contact=contact,
        contact_url=f"mailto:{contact}" if contact and "@" in contact else contact,
        reviewed=REVIEWED,
    )
