"""Function words of other languages are no topic, and no telling word of German is lost to them."""

import pytest

from corpus.analysis.function_words import function_words
from corpus.analysis.rarity import background
from corpus.analysis.tokens import stems, stopwords, stopwords_among, words
from corpus.analysis.topic import topic_stems
from corpus.lexicon import load_lexicon
from corpus.lexicon.check_gaps import sample_city


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Kimlik kartı için ne kadar beklemem lazım?", "kimlik karti beklemem"),
        ("Ehliyet nasıl ve nerede alınır?", "ehliyet"),
        ("Merhaba, bu form bana lazım mı?", "form"),
        ("Gdzie i kiedy mogę odebrać dowód?", "odebrac dowod"),
        ("Czy do meldunku potrzebuję umowy?", "meldunku umowy"),
        ("Dzień dobry, co to jest Wohngeld?", "wohngeld"),
        ("Скільки коштує закордонний паспорт для дитини?", "коштує закордонний паспорт дитини"),
        ("Підкажіть, будь ласка, де ваша каса?", "ваша каса"),
        ("Где я могу получить справку?", "справку"),
        ("Здравствуйте, нужна ли мне ещё виза?", "виза"),
        ("أين يمكنني دفع الضريبة؟", "دفع الضريبة"),
        ("من فضلك، كم رسوم الجواز؟", "رسوم الجواز"),
    ],
)
def test_a_question_in_another_language_keeps_only_what_it_is_about(question: str, topic: str) -> None:
    assert stems(question) == [word for one in topic.split() for word in stems(one)]
    assert len(stems(question)) == len(topic.split())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("KI im Rathaus", "ki"),
        ("Öffnungszeiten Do und Mi", "mi"),
        ("Kim will heiraten", "kim"),
        ("BIZ der Arbeitsagentur", "biz"),
        ("Tel. und Co", "co"),
    ],
)
def test_a_word_that_german_texts_have_too_stays_where_no_other_word_tells_the_language(
    text: str, kept: str
) -> None:
    assert kept in stems(text)


def test_beside_a_word_that_tells_the_language_it_falls_away() -> None:
    assert "nie" in stopwords_among(words("czy to nie jest za drogo"))
    assert "nie" not in stopwords_among(words("nie angemeldet"))
    assert "ki" not in stopwords_among(words("czy ki jest"))


def test_no_word_of_german_is_lost() -> None:
    lexicon = load_lexicon()
    german = [
        *(text for service in lexicon.services for text in (*service.official, *service.phrases)),
        *(text for word, others in lexicon.thesaurus.items() for text in (word, *others)),
        *(text for word, others in lexicon.common.items() for text in (word, *others)),
        *(page.title for page in sample_city()),
    ]
    known = {word for text in german for word in words(text)} | background().keys()
    foreign = {
        folded for listed in function_words().values() for word in listed.always for folded in words(word)
    }
    # "ich" is a stop word of German, too; "ktore" is five letters of "Direktoren", no word.
    assert foreign & known == {"ich", "ktore"}


def test_no_name_of_a_service_is_nothing_but_function_words_in_its_own_language() -> None:
    foreign = function_words()
    for service in load_lexicon().services:
        for code, names in service.names.items():
            if code in foreign:
                always = {folded for word in foreign[code].always for folded in words(word)}
                assert not [name for name in names if set(words(name)) <= always], service.key


@pytest.mark.parametrize("code", ["tr", "uk", "ru", "ar", "pl"])
def test_every_language_of_the_lexicon_has_question_words(code: str) -> None:
    listed = function_words()[code]
    assert len(listed.always) >= 90
    assert not listed.always & listed.beside


def test_arabic_and_russian_are_known_however_they_are_typed() -> None:
    assert {"أين", "اين", "على", "علي", "ещё", "еще"} <= stopwords()
    assert topic_stems("اين انا") == topic_stems("أين أنا") == []
