from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from controls.cases import run_cases
from controls.control import parse
from controls.lint import lint
from controls.mutate import survivors
from controls.scaffold import scaffold
from ingest.catalogue import discover


@pytest.mark.parametrize("label", ["AwsS3Bucket", "AwsIamGroup"])  # with a boolean, and without
def test_a_new_control_is_good_as_it_is(driver: neo4j.Driver, tmp_path: Path, label: str) -> None:
    new = scaffold(label, discover())
    made = parse(new.control, id="x", path=tmp_path / "x.cypher")
    made.cases_path.write_text(new.cases)
    assert lint(driver, made, discover()) == []
    assert [o.why for o in run_cases(driver, made, discover())] == ["", ""]
    assert survivors(driver, made).survivors == ()


def test_of_a_type_that_does_not_exist() -> None:
    with pytest.raises(KeyError, match="no resource type is called 'AwsS3Bukket'"):
        scaffold("AwsS3Bukket", discover())
