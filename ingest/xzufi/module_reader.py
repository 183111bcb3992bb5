"""Reads a service's modules: texts by code; costs, deadlines, durations and papers by their own elements."""

import re
from collections.abc import Iterator

from ingest.reader.characters import one_line
from ingest.xzufi.blocks import (
    amount,
    code,
    code_name,
    flag,
    identifiers,
    links,
    number,
    periods,
    texts,
)
from ingest.xzufi.model import Cost, Module, Paper, Span, Texts
from ingest.xzufi.node import Node

COSTS = "kosten"
DEADLINE = "frist"
DURATION = "dauer"
PAPERS = "dokumente"
HOTLINE = "auskunft"
INDIVIDUAL = "individuell"

# How choices within costs and deadlines look in XML isn't verified: they are found by name at any depth.
_AMOUNTS = {
    "fixed": ("betrag", "betragFix"),
    "lowest": ("betragUntergrenze",),
    "highest": ("betragObergrenze",),
}


def read_modules(service: Node) -> Iterator[Module]:
    """Read all modules of a service or specialisation, in document order within each sort."""
    for node in service.all("modulText"):
        yield _text_module(node)
    for node in service.all("modulTextIndividuell"):
        yield _individual_module(node)
    for node in service.all("modulKosten"):
        costs = tuple(_cost(cost) for cost in node.all("kosten"))
        yield _described(node, COSTS).model_copy(update={"costs": costs})
    for node in service.all("modulFrist"):
        spans = tuple(_span(span) for span in node.all("frist"))
        yield _described(node, DEADLINE).model_copy(update={"spans": spans})
    for node in service.all("modulBearbeitungsdauer"):
        spans = tuple(_span(span) for span in node.all("bearbeitungsdauer"))
        yield _described(node, DURATION).model_copy(update={"spans": spans})
    for node in service.all("modulDokument"):
        papers = tuple(paper for entry in node.all("dokumentEingehend") if (paper := _paper(entry)))
        # What the administration hands out is no paper that citizens bring.
        node.skip("dokumentAusgehend")
        yield _described(node, PAPERS).model_copy(update={"papers": papers})
    for node in service.all("modulAuskunftshinweis"):
        yield _described(node, HOTLINE)


def _text_module(node: Node) -> Module:
    code_node = node.first("leikaTextmodul")
    return _described(node, code(code_node)).model_copy(
        update={
            "name": code_name(code_node),
            "headings": texts(node.all("leikaTextmodulAbweichendeBezeichnung")),
        }
    )


def _individual_module(node: Node) -> Module:
    code_node = node.first("individuellesTextmodultyp")
    return _described(node, INDIVIDUAL).model_copy(
        update={
            "name": code_name(code_node) or code(code_node),
            "headings": texts(node.all("leikaTextmodulAbweichendeBezeichnung", "bezeichnung")),
        }
    )


def _described(node: Node, name: str) -> Module:
    """Read what all modules have: text, links, position, validity."""
    node.skip("id", "idSekundaer", "zugangskanal")
    return Module(
        code=name,
        texts=texts(node.all("inhalt", "beschreibung")),
        links=links(node.all("weiterfuehrenderLink")),
        position=number(node.value("positionDarstellung")) or 0,
        periods=periods(node.all("gueltigkeit")),
    )


def _cost(node: Node) -> Cost:
    found = {name: next(iter(node.below(*names)), None) for name, names in _AMOUNTS.items()}
    currency = next((read for one in found.values() if one is not None and (read := _currency(one))), "")
    outer = node.below("waehrung")
    return Cost(
        **{name: amount(one) for name, one in found.items()},
        currency=currency or (code(outer[0]) if outer else "") or "EUR",
        free=texts(node.below("beschreibungKostenfreiheit")),
        variable=texts(node.below("beschreibungVariabilitaet")),
        description=texts(node.all("beschreibung")),
        in_advance=any(flag(one.text) for one in node.below("vorkasse")),
        periods=periods(node.all("gueltigkeit")),
    )


def _currency(node: Node) -> str:
    return next((value for name, value in node.attributes.items() if name.startswith("currency")), "")


def _span(node: Node) -> Span:
    def value(*names: str) -> str:
        found = node.below(*names)
        return one_line(code(found[0])) if found else ""

    begin, end = value("von"), value("bis")
    return Span(
        amount=_whole_number(value("dauer")),
        unit=value("einheit").upper(),
        until_amount=_whole_number(value("dauerBis")),
        until_unit=value("einheitBis").upper(),
        begin=begin,
        end=end,
        description=texts(node.all("beschreibung")),
        periods=periods(node.all("gueltigkeit")),
    )


def _whole_number(text: str) -> str:
    return text if re.fullmatch(r"\d{1,4}", text) else ""


def _paper(node: Node) -> Paper | None:
    names: Texts = texts(node.all("bezeichnung"))
    kind = node.first("typ", "art")
    if not names and (shown := code_name(kind)):
        names = {"de": (shown,)}
    code(kind)
    node.skip("angabeSignatur", "id", "idSekundaer", "positionDarstellung", "gueltigkeit")
    forms = identifiers(node.all("referenzFormularID", "formularReferenz"))
    description = texts(node.all("beschreibung"))
    return Paper(names=names, description=description, forms=forms) if names or forms else None
