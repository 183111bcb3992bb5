"""What tells that a document answers."""

import numpy as np
import pytest

from corpus.records import Document, Section, SectionKind
from corpus.search.ranking.asked import Asked, analyse
from corpus.search.ranking.features import NAMES, Found, features
from corpus.search.ranking.model import RankingModel, load_ranking
from corpus.search.ranking.profile import Profile, profile_of


def page(title: str, text: str) -> Profile:
    section = Section(kind=SectionKind.DESCRIPTION, heading="", text=text)
    return profile_of(
        Document(id=title, city="stadt", source="web", title=title, url="https://x.de", sections=(section,))
    )


def value(name: str, asked: Asked, *profiles: Profile) -> list[float]:
    found = [Found(1.0, (0.5,))] * len(profiles)
    return [float(one) for one in features(asked, found, profiles)[:, NAMES.index(name)]]


def asked(question: str, *official: str) -> Asked:
    return analyse(question, official, lambda stem: float(len(stem)))


def test_a_page_that_says_all_of_the_subject_has_all_of_its_topic() -> None:
    both = page("Hecken", "Der Heckenschnitt am Bachufer ist im Winter erlaubt.")
    one = page("Ufer", "Das Bachufer ist ein schöner Ort.")
    assert value("topic", asked("Heckenschnitt am Bachufer"), both)[0] == pytest.approx(1.0)
    assert 0 < value("topic", asked("Heckenschnitt am Bachufer"), one)[0] < 1


def test_a_stem_inside_of_another_word_is_not_said() -> None:
    assert not page("Markt", "Der Marktplatz").says("platz")


def test_the_rarest_missing_word_counts_with_its_rarity() -> None:
    profile = page("Ufer", "Das Bachufer.")
    question = asked("Heckenschnitt am Bachufer")
    assert value("rarest_missing", question, profile) == [max(question.topic.values())]


def test_a_title_that_says_more_than_was_asked_is_named_less() -> None:
    plain, more = page("Wunschkennzeichen", "…"), page("Wunschkennzeichen für Oldtimer", "…")
    first, second = value("title_named", asked("Wunschkennzeichen"), plain, more)
    assert first == 1.0
    assert second < first


def test_official_terms_name_a_title() -> None:
    profile = page("Wunschkennzeichen", "…")
    assert value("title_named", asked("Nummernschild", "Wunschkennzeichen"), profile) == [1.0]


def test_nearness_counts_only_as_far_as_no_page_says_the_words() -> None:
    profiles = [page("Hecken", "Heckenschnitt"), page("Bäume", "Baumfällung")]
    found = [Found(1.0, (0.1,)), Found(1.0, (0.9,))]
    column = NAMES.index("dense_unknown")
    known = features(asked("Heckenschnitt"), found, profiles)[:, column]
    unknown = features(asked("Gestrüpp stutzen"), found, profiles)[:, column]
    assert known.tolist() == [0.0, 0.0]
    assert unknown[1] > unknown[0]


def test_nothing_found_has_no_rows() -> None:
    assert features(asked("Hecken"), [], []).shape == (0, len(NAMES))


def test_a_question_without_a_subject_has_finite_features() -> None:
    assert np.isfinite(features(asked("?!"), [Found(0.0, ())], [page("Hecken", "…")])).all()


def test_the_models_scores_are_weighted_sums() -> None:
    model = RankingModel(np.arange(1.0, len(NAMES) + 1))
    profile, found = page("Hecken", "Heckenschnitt"), Found(2.0, (0.5,))
    row = features(asked("Heckenschnitt"), [found], [profile])[0]
    assert model.scores(asked("Heckenschnitt"), [found], [profile])[0] == pytest.approx(row @ model.weights)


def test_the_weights_that_come_with_the_program_have_all_features_and_count_the_search_as_one() -> None:
    weights = dict(zip(NAMES, load_ranking().weights, strict=True))
    assert weights["fused"] == 1.0
    assert all(weights.values())
    assert weights["rarest_missing"] < 0 < weights["service"]
