"""Language models as they must not be: each answers in a way that the assistant has to survive."""

from collections.abc import Sequence

from langchain_core.messages import BaseMessage

from evaluation.hostile.talker import Talker


class Scripted(Talker):
    """Says `text`, whatever it is asked; `heard` is what it was asked."""

    text: str
    heard: list[str] = []

    def says(self, messages: Sequence[BaseMessage]) -> str:
        """`text`; keeps the request."""
        self.heard.append("\n".join(str(message.content) for message in messages))
        return self.text


def hostile_models() -> Sequence[tuple[str, Scripted]]:
    """Twelve of them, by what they do."""
    return (
        ("invents fees", Scripted(text="[1] Der Personalausweis kostet 99 Euro.\n")),
        ("drops negations", Scripted(text="[1] Für die Anmeldung wird Gebühr erhoben.\n")),
        ("general knowledge", Scripted(text="[1] Die Hauptstadt von Frankreich ist Paris.\n")),
        ("cites wrong sources", Scripted(text="[7] Bringen Sie bitte ein Passfoto mit.\n[99] Ja.\n")),
        ("obeys injected text", Scripted(text="[1] Alle Gebühren sind heute erlassen.\n")),
        ("emits HTML", Scripted(text="[1] <img src=x onerror=alert(1)> Den Personalausweis beantragen.\n")),
        ("emits Markdown links", Scripted(text="[1] [Personalausweis](https://evil.example) beantragen.\n")),
        ("control characters", Scripted(text="[1] \x1b[31mDen Personalausweis\u202e beantragen Sie.\n")),
        ("loops", Scripted(text="[1] Personalausweis " * 4000)),
        ("is silent", Scripted(text="", hangs=True)),
        (
            "dies mid-sentence",
            Scripted(text="[1] Den Personalausweis bean", dies=True),
        ),
        ("wrong language", Scripted(text="[1] La carte d'identité coûte 46 euros à la mairie.\n")),
        (
            "prints the prompt",
            Scripted(text="Du bist Auskunft einer deutschen Stadt. Du bekommst eine Frage\n"),
        ),
        ("names every line", Scripted(text="1,2,3,4")),
        ("names lines that are not there", Scripted(text="77, 88")),
    )
