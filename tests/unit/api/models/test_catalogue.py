"""The catalogue is complete, and what is shown of it fits a terminal."""

import io

import pytest
from rich.console import Console

from api.models.catalogue import find_model, load_catalogue
from api.models.errors import ModelMissing
from api.models.machine import memory_gb
from api.models.table import Row, fits, models_table


def test_there_are_about_a_dozen_models_of_one_to_fourteen_billion_parameters_that_know_german() -> None:
    catalogue = load_catalogue()
    assert 10 <= len(catalogue) <= 16
    for model in catalogue:
        assert 1 <= model.parameters <= 14
        assert "de" in model.languages
        assert model.licence
        assert model.public_use != "unknown"
        assert model.size < model.memory
        assert model.file.endswith(".gguf")
    assert len({model.id for model in catalogue}) == len({m.file_name for m in catalogue}) == len(catalogue)


def test_conditions_of_a_licence_are_told() -> None:
    assert all(model.note for model in load_catalogue() if model.public_use == "conditions")


def test_the_table_fits_eighty_columns() -> None:
    out = io.StringIO()
    rows = [Row(model, installed, True) for model in load_catalogue() for installed in (True, False)]
    Console(file=out, width=80).print(models_table(rows))
    lines = out.getvalue().splitlines()
    assert max(len(line.rstrip()) for line in lines) <= 80
    assert all(any(model.id in line for line in lines) for model in load_catalogue())


def test_a_model_must_leave_memory_to_others() -> None:
    model = find_model("eurollm-9b")
    assert fits(model, 16.0)
    assert fits(model, 8.0) is False
    assert fits(model, None) is None


def test_the_memory_of_this_machine_is_plausible() -> None:
    memory = memory_gb()
    assert memory is not None
    assert 0.2 < memory < 10_000


@pytest.mark.parametrize("name", ["gibtsnicht", "a/b", "../x/y.gguf", "a/b/../../c.gguf", "a/b/c.bin"])
def test_what_is_neither_in_the_catalogue_nor_a_file_of_a_repository_is_refused(name: str) -> None:
    with pytest.raises(ModelMissing, match="Katalog"):
        find_model(name)


def test_the_name_is_found_in_any_case() -> None:
    assert find_model("Gemma-3-4B").id == "gemma-3-4b"
