"""What pydantic finds wrong with a value, said in German."""

from collections.abc import Mapping
from typing import Any

_SENTENCES = {
    "missing": "Die Angabe fehlt.",
    "extra_forbidden": "Diese Angabe gibt es nicht.",
    "string_type": "Bitte einen Text angeben.",
    "string_too_long": "Bitte höchstens {max_length} Zeichen angeben.",
    "string_too_short": "Bitte mindestens {min_length} Zeichen angeben.",
    "int_type": "Bitte eine ganze Zahl angeben.",
    "int_parsing": "Bitte eine ganze Zahl angeben.",
    "int_from_float": "Bitte eine ganze Zahl angeben.",
    "float_type": "Bitte eine Zahl angeben.",
    "float_parsing": "Bitte eine Zahl angeben.",
    "bool_type": "Bitte true oder false angeben.",
    "bool_parsing": "Bitte true oder false angeben.",
    "list_type": "Bitte eine Liste angeben.",
    "dict_type": "Bitte ein Objekt angeben.",
    "model_type": "Bitte ein Objekt angeben.",
    "model_attributes_type": "Bitte ein Objekt angeben.",
    "path_type": "Bitte einen Pfad angeben.",
    "greater_than": "Bitte einen Wert über {gt} angeben.",
    "greater_than_equal": "Bitte einen Wert ab {ge} angeben.",
    "less_than": "Bitte einen Wert unter {lt} angeben.",
    "less_than_equal": "Bitte einen Wert bis {le} angeben.",
    "too_long": "Bitte höchstens {max_length} Einträge angeben.",
    "too_short": "Bitte mindestens {min_length} Einträge angeben.",
    "enum": "Bitte einen dieser Werte angeben: {expected}.",
    "literal_error": "Bitte einen dieser Werte angeben: {expected}.",
}


def complaint(error: Mapping[str, Any]) -> str:
    """One German sentence for an entry of `ValidationError.errors()`; never repeats what was entered.

    What a validator of ours says is passed on as it is.
    """
    if error["type"] == "value_error":
        return str(error["msg"]).removeprefix("Value error, ")
    values = {key: str(value).replace(" or ", " oder ") for key, value in error.get("ctx", {}).items()}
    return _SENTENCES.get(error["type"], "Dieser Wert passt hier nicht.").format(**values)
