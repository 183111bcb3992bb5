"""The context object that the pipeline's steps read and fill, one for each question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.answer import (
    Action,
    Block,
    Choice,
    Citation,
    Contact,
    FactLine,
    Status,
)
from bot.events import Accepted, AnyEvent
from bot.reader.lines import Line, lines_of
from bot.reader.question import NOTHING_ASKED, ReaderQuestion
from bot.request import Question
from bot.settings import BotSettings
from bot.token import Context, ContextTokens
from bot.trees import Trees
from bot.understanding.aspects import Aspect
from corpus.city import City
from corpus.generations.opened import Generation
from corpus.lexicon.events import EventStep, LifeEvent
from corpus.records import Audience, CuratedAnswer, Document
from corpus.search.results import DocumentHit, Results
from corpus.validity import holds_on

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.retrievers import BaseRetriever

    from bot.model.speed import Speed
    from bot.reader.reader import Reader, Reading


@dataclass(frozen=True)
class Tools:
    """What steps work with; the same for every question of a city. `speed` is the model's, where known."""

    city: City
    generation: Generation
    settings: BotSettings
    tokens: ContextTokens
    reader: "Reader"
    coverage: Trees
    curated: Sequence[CuratedAnswer]
    model: "BaseChatModel | None"
    retriever: "BaseRetriever | None"
    emit: Callable[[AnyEvent], None]
    speed: "Speed | None" = None


class Sources:
    """The sources of an answer, numbered from 1 in the order in which they are first cited."""

    def __init__(self, offices: Callable[[Document], Sequence[Document]]) -> None:
        self._offices = offices
        self._numbers: dict[tuple[str, int], int] = {}
        self._citations: list[Citation] = []

    def cite(self, document: Document, section: int) -> int:
        """The number of this section as a source."""
        key = (document.id, section)
        if key not in self._numbers:
            self._numbers[key] = len(self._citations) + 1
            office = next((office.title for office in self._offices(document)), "")
            self._citations.append(_citation(document, section, self._numbers[key], office))
        return self._numbers[key]

    def section(self, number: int, generation: Generation) -> tuple[Document | None, int]:
        """The document and the section's index that `number` stands for."""
        document_id, section = next(key for key, value in self._numbers.items() if value == number)
        return generation.document(document_id), section

    def all(self) -> tuple[Citation, ...]:
        """All sources cited so far."""
        return tuple(self._citations)


@dataclass
class Run:
    """Everything that is known of one question on its way to an answer.

    `query` is what is looked for: the question, with the topic that it leans on; `stays` says that it asks
    for the same thing as the last one; `added` are the official terms of its own words; `when` is the day
    that it names; `order` is what `bot.compose.asked` made of these; `event` is the life event that it asks
    about, `occasion` one that it only mentions, `elsewhere` its steps that the city has no page about.
    """

    id: str
    question: Question
    tools: Tools
    now: datetime
    text: str = ""
    language: str = "de"
    asked_in: str = "de"
    context: Context | None = None
    follow_up: bool = False
    stays: bool = False
    added: tuple[str, ...] = ()
    when: date | None = None
    query: str = ""
    aspects: tuple[Aspect, ...] = ()
    official: tuple[str, ...] = ()
    read: str = ""
    reading: ReaderQuestion = NOTHING_ASKED
    event: LifeEvent | None = None
    event_pages: tuple[Document, ...] = ()
    occasion: LifeEvent | None = None
    elsewhere: tuple[EventStep, ...] = ()
    results: Results = field(default_factory=lambda: Results((), ()))
    documents: tuple[Document, ...] = ()
    confidence: float = 0.0
    status: Status | None = None
    notices: list[str] = field(default_factory=list)
    sources: Sources = field(init=False)
    order: tuple[object, tuple[Aspect, ...]] | None = field(default=None, init=False, repr=False)
    _read: dict[str, "tuple[list[Line], Reading]"] = field(default_factory=dict, init=False, repr=False)
    facts: list[FactLine] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    blocks: list[Block] = field(default_factory=list)
    heading: str = ""
    actions: list[Action] = field(default_factory=list)
    contact: list[Contact] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    model_failure: str | None = None
    durations: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sources = Sources(self.tools.generation.office_for)

    def read_document(self, document: Document) -> "tuple[list[Line], Reading]":
        """The lines of `document` and what the reader makes of them for this question; read only once."""
        if document.id not in self._read:
            lines = lines_of(document)
            self._read[document.id] = (lines, self.tools.reader.examine(self.reading, lines))
        return self._read[document.id]

    def put_first(self, first: Sequence[Document]) -> None:
        """Put these documents before the others that were found; those that weren't found get no hits."""
        known = {hit.document_id: hit for hit in self.results.documents}
        best = max((hit.score for hit in known.values()), default=1.0)
        ids = {document.id for document in first}
        hits = [known.get(one.id, DocumentHit(one.id, best, ())) for one in first]
        rest = [hit for hit in self.results.documents if hit.document_id not in ids]
        self.results = Results((*hits, *rest), self.results.hits, self.results.complete)
        self.documents = (*first, *(one for one in self.documents if one.id not in ids))

    def serves(self, document: Document) -> bool:
        """Whether citizens may be shown `document` today: it is public and holds."""
        today = self.now.date()
        is_public = document.audience is Audience.PUBLIC
        return is_public and holds_on(today, document.valid_from, document.valid_until)

    def queued(self, place: int, seconds: int | None = None) -> None:
        """Tell how many wait for the language model before this question, and how long that may take."""
        if place > 0:
            self.tools.emit(Accepted(id=self.id, queue_place=place, wait_seconds=seconds))

    @property
    def document(self) -> Document | None:
        """The document that answers, the first of those found."""
        return self.documents[0] if self.documents else None

    @property
    def ended(self) -> bool:
        """Whether a step has ended the run before an answer is composed."""
        return self.status not in {None, Status.ANSWERED, Status.PARTLY_ANSWERED}


def _citation(document: Document, section: int, number: int, office: str) -> Citation:
    part = document.sections[section] if section < len(document.sections) else None
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        heading=part.heading if part else "",
        office=office,
        url=document.section_url(section),
        language=document.section_language(section),
        page=part.page if part else None,
        modified=document.section_modified(section),
    )
