"""What is said where the corpus doesn't answer: that it doesn't, who may, and the way to a person."""

from collections.abc import Iterable

from bot.answer import Action, Status
from bot.compose.frame import frame_block
from bot.run import Run
from bot.texts import say
from corpus.analysis.tokens import index_tokens
from corpus.analysis.topic import request_stems, topic_stems, with_grams
from corpus.lexicon.authorities import Authority
from corpus.records import Document
from corpus.search.twins import without_twins

_NEAREST = 3
_LOOKED_AT = 5


def not_found(run: Run) -> None:
    """End the run: nothing here answers; the nearest pages are named, if any says a word of what is asked."""
    texts = [_say(run, "not_found"), person(run)]
    nearest = _nearest(run)
    if nearest:
        texts.append(_say(run, "not_found.nearest"))
    _end(run, texts)
    run.actions.extend(Action(kind="page", label=document.title, url=document.url) for document in nearest)


def _nearest(run: Run) -> list[Document]:
    """The pages found first that speak of it: of anything, some page is nearest, and of no help."""
    named = topic_stems(" ".join([run.text, *run.official]))
    asked = set(with_grams(one for one in named if one not in request_stems()))
    found = without_twins(run.documents)[:_LOOKED_AT]
    return [one for one in found if asked & set(index_tokens(f"{one.title} {one.text()}"))][:_NEAREST]


def refer_to_authority(run: Run, authority: Authority) -> None:
    """End the run: another authority is in charge; its number and finder become actions."""
    name = authority.names[run.language if run.language in authority.names else "de"]
    _end(run, [_say(run, "not_found"), _say(run, "authority", authority=name), person(run)])
    if authority.telephone:
        label = _say(run, "action.telephone", name=name, telephone=authority.telephone)
        number = "".join(authority.telephone.split())
        run.actions.append(Action(kind="telephone", label=label, url=f"tel:{number}"))
    if authority.url:
        run.actions.append(Action(kind="page", label=name, url=authority.url))


def refer_to_town(run: Run, town: str) -> None:
    """End the run: the question is about another town."""
    _end(run, [_say(run, "authority.town", city=run.tools.city.name, town=town)])


def _end(run: Run, texts: Iterable[str]) -> None:
    run.status = Status.NOT_FOUND
    run.blocks.append(frame_block(texts, run.language))


def person(run: Run) -> str:
    """Whom to ask instead: the city's hotline with its number."""
    hotline = run.tools.city.hotline
    return _say(run, "not_found.person", name=hotline.name, telephone=hotline.telephone)


def _say(run: Run, key: str, **values: str) -> str:
    return say(key, run.language, run.question.style, **values)
