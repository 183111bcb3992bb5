"""Questions to train on, made of the lexicon: what citizens call a service, in a sentence around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from corpus.lexicon import Service

OFF_TOPIC = "off_topic.txt"
_GERMAN = (
    "{}",
    "{}?",
    "{} wo?",
    "Was kostet das: {}?",
    "Wo kann ich {}?",
    "Wie geht das: {}?",
    "Ich brauche Hilfe, {}",
    "Was muss ich mitbringen? {}",
    "Wie lange dauert das, {}?",
    "hallo, {} was muss ich tun",
)
_FOREIGN = {
    "en": ("{}", "How do I get this: {}?", "Where can I do that? {}", "How much is it: {}?"),
    "tr": ("{}", "{} nasıl yapılır?", "{} için nereye gitmeliyim?"),
    "uk": ("{}", "Де оформити: {}?", "Скільки коштує: {}?"),
    "ru": ("{}", "Где оформить: {}?", "Сколько стоит: {}?"),
    "ar": ("{}", "أين يمكنني: {}؟", "كم تكلفة {}؟"),
    "pl": ("{}", "Gdzie załatwić: {}?", "Ile kosztuje {}?"),
}


@dataclass(frozen=True)
class Asked:
    """A question about a service of the lexicon; None where it is about no such thing."""

    service: Service | None
    text: str

    @property
    def subject(self) -> str:
        """What it is about: the service's key, or the question itself."""
        return self.service.key if self.service else self.text


def questions_about(
    service: Service, random: np.random.Generator, *, german: int, foreign: int
) -> Iterator[Asked]:
    """As many questions in German and in other languages, drawn at random."""
    names = [*service.phrases, service.official[0]]
    for name in random.permutation(np.array(names))[:german]:
        yield Asked(service, str(random.choice(_GERMAN)).format(str(name).replace("*", "")))
    others = [(code, name) for code, found in service.names.items() for name in found if code in _FOREIGN]
    for place in random.permutation(len(others))[:foreign]:
        code, name = others[place]
        yield Asked(service, str(random.choice(_FOREIGN[code])).format(name.replace("*", "")))


def off_topic() -> list[Asked]:
    """Questions that no municipality answers."""
    text = files("training").joinpath(OFF_TOPIC).read_text(encoding="utf-8")
    return [Asked(None, line) for line in text.splitlines() if line and not line.startswith("#")]
