"""Questions to train on are made of the lexicon alone."""

import numpy as np

from corpus.lexicon import load_lexicon
from training.asked import off_topic, questions_about


def test_a_question_holds_what_citizens_call_the_service() -> None:
    service = load_lexicon().services[0]
    known = [phrase.replace("*", "") for phrase in (*service.phrases, *service.official)]
    asked = list(questions_about(service, np.random.default_rng(1), german=3, foreign=0))
    assert len(asked) == min(3, len(known))
    assert all(any(phrase in question.text for phrase in known) for question in asked)
    assert {question.subject for question in asked} == {service.key}


def test_other_languages_are_asked_in_where_the_lexicon_has_names() -> None:
    service = next(one for one in load_lexicon().services if one.names)
    names = [name.replace("*", "") for found in service.names.values() for name in found]
    asked = list(questions_about(service, np.random.default_rng(1), german=0, foreign=2))
    assert asked
    assert all(any(name in question.text for name in names) for question in asked)


def test_the_same_seed_asks_the_same() -> None:
    service = load_lexicon().services[5]
    once, again = (
        list(questions_about(service, np.random.default_rng(7), german=3, foreign=2)) for _ in range(2)
    )
    assert once == again


def test_off_topic_questions_are_about_no_service() -> None:
    questions = off_topic()
    assert len(questions) > 80
    assert all(question.service is None and question.subject == question.text for question in questions)
