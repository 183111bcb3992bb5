"""What `lotse model check` found, in German lines that fit 80 columns."""

from collections.abc import Iterator

from api.models.checking import Checked
from api.models.judging import Trial

_USES = {"choosing": "Auswählen", "wording": "Formulieren"}


def told(found: Checked) -> str:
    """All lines, the judgement last."""
    return "\n".join([*_measured(found), "", *_tried(found), "", *_judged(found)])


def _measured(found: Checked) -> Iterator[str]:
    yield f"Modell:     {found.name} ({_number(found.file_gb)} GB)"
    if found.speed is None:
        yield "Tempo:      nicht gemessen"
    else:
        reads, writes = found.speed.prompt_tokens_per_second, found.speed.written_tokens_per_second
        yield f"Tempo:      liest {_number(reads)} Token/s, schreibt {_number(writes)} Token/s"
    memory = f"{_number(found.memory_gb)} GB" if found.memory_gb is not None else "nicht gemessen"
    yield f"Speicher:   {memory}"


def _tried(found: Checked) -> Iterator[str]:
    for trial in found.trials:
        yield f"{_USES[trial.use]}: {trial.questions} Probefragen, {trial.replies} Antworten des Modells"
        yield f"    {_share(trial)}"
        if trial.use == "wording":
            hard = trial.typical_readability
            yield f"    Wiener Sachtextformel: {_number(hard) if hard is not None else 'nicht gemessen'}"
        seconds = trial.typical_seconds
        yield f"    Dauer, mittlere: {_number(seconds) + ' s' if seconds is not None else 'nicht gemessen'}"
    yield "Übersetzen: nicht gemessen"


def _share(trial: Trial) -> str:
    if trial.share is None:
        return "nichts vorgeschlagen"
    percent = f"{100 * trial.share:.0f} %"
    if trial.use == "choosing":
        return f"{trial.proposed} Sätze gewählt unter fremden, {percent} davon gehören zur Frage"
    return f"{trial.proposed} Sätze geschrieben, {percent} davon belegt und freigegeben"


def _judged(found: Checked) -> Iterator[str]:
    worth = [_USES[one.use] for one in found.judgements if one.worth]
    if worth:
        yield f"Urteil: Auf diesem Rechner lohnt sich: {' und '.join(worth)}."
    else:
        yield "Urteil: Auf diesem Rechner lohnt sich weder Auswählen noch Formulieren."
    for one in found.judgements:
        yield f"    {_USES[one.use]}: {one.why}"
    if worth:
        yield f"Einschalten: LOTSE_MODEL_PATH={found.path.absolute()}"
    unwanted = [
        name for name, use in (("choosing", "Auswählen"), ("wording", "Formulieren")) if use not in worth
    ]
    if worth and unwanted:
        yield f"Und in city.toml unter [model]: {unwanted[0]} = []"


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
