"""The tokenizer of the embedded model: German folded as in search, cut into some 32,000 pieces."""

from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"


def train_tokenizer(texts: Iterable[str], *, vocabulary: int) -> Tokenizer:
    """A unigram tokenizer (Kudo 2018, arXiv:1804.10959) over folded words.

    Folding writes each letter one way (as `corpus.analysis.tokens.fold` does), joins gendered forms and cuts
    inflectional endings, so that the rows of the matrix aren't spent on forms of one word.
    """
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(_folding())
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[^\w]+|_+"), "removed")
    trainer = trainers.UnigramTrainer(
        vocab_size=vocabulary,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=24,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def _folding() -> list[normalizers.Normalizer]:
    return [
        normalizers.NFKC(),
        normalizers.Replace(Regex(r"(?<=[a-zäöüß])(?:[:*_·]|/-?|\()(?=in(?:nen)?\b)"), ""),
        normalizers.Lowercase(),
        normalizers.Replace("ß", "ss"),
        normalizers.NFD(),
        normalizers.StripAccents(),
        normalizers.Replace(Regex(r"ae"), "a"),
        normalizers.Replace(Regex(r"oe"), "o"),
        normalizers.Replace(Regex(r"(?<![aeq])ue"), "u"),
        normalizers.Replace(Regex(r"(?<=[a-z]{4})(?:erinnen|innen|erin|ern|em|en|er|es|e)\b"), ""),
    ]
