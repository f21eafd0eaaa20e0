from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from controls.control import applicable, runnable
from controls.errors import BadControl, BadOverride, BrokenControls, ControlError, DuplicateControl
from controls.load import Controls, load
from tests.controls.written import control, write

AT = datetime(2030, 1, 1, tzinfo=UTC)


def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def loaded(tmp_path: Path, overrides: str | None = None) -> Controls:
    """Load an own folder beside an empty shipped one."""
    if overrides is not None:
        own(tmp_path).mkdir(exist_ok=True)
        (own(tmp_path) / "overrides.yaml").write_text(overrides)
    return load([own(tmp_path)], shipped=tmp_path / "shipped")


def only_error(tmp_path: Path, overrides: str | None = None) -> ControlError:
    with pytest.raises(BrokenControls) as caught:
        loaded(tmp_path, overrides)
    (error,) = caught.value.errors
    assert str(error) == str(caught.value)
    return error


def test_the_id_is_the_path_and_cases_are_no_controls(tmp_path: Path) -> None:
    write(own(tmp_path) / "controls", name="company/tagging/owner")
    write(tmp_path / "shipped", name="aws/s3/x")
    found = loaded(tmp_path)
    assert [(c.id, c.own) for c in found.values()] == [
        ("aws/s3/x", False),
        ("company/tagging/owner", True),
    ]
    assert found["aws/s3/x"].cases_path.read_text().startswith("// fail")
    assert found["aws/s3/x"].line == 9


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("titel: x\n", "`titel`: there is no such key: correct or remove it"),
        ("mandates: {cis-aws-6.0: [3.1]}\n", "not 3.1: write it in quotes"),
        ("also: {scanner: [x]}\n", "also.scanner"),
        ("severity: urgent\n", "`severity`: Input should be 'critical', 'high'"),
        ("applies: [\n", "this is not YAML"),
        ("applies: '*/ RETURN 1'\n", "has `*/`, which ends the comment"),
    ],
)
def test_front_matter_is_strict(tmp_path: Path, more: str, told: str) -> None:
    path = write(own(tmp_path) / "controls", more=more)
    error = only_error(tmp_path)
    assert isinstance(error, BadControl)
    assert str(path) in str(error)
    assert told in str(error)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_text(path.read_text().replace("cli:", "clli:"))
    with pytest.raises(BrokenControls, match=r"`fix\.cli` is missing: add it.*`fix\.clli`"):
        load(shipped=tmp_path)


@pytest.mark.parametrize("text", ["", "MATCH (n) RETURN n AS resource", "/* no */ RETURN 1"])
def test_no_front_matter(tmp_path: Path, text: str) -> None:
    write(tmp_path).write_text(text)
    with pytest.raises(BrokenControls, match="begins with no front matter"):
        load(shipped=tmp_path)


@pytest.mark.parametrize(
    ("query", "more"),
    [("MATCH (b) WHERE b.name = 'x RETURN b", ""), ("RETURN 1", "applies: MATCH (b /* x\n")],
)
def test_a_string_or_comment_that_never_ends(tmp_path: Path, query: str, more: str) -> None:
    write(tmp_path, query, more=more)
    with pytest.raises(BrokenControls, match=r"x\.cypher: .*line \d.*never ends: close it"):
        load(shipped=tmp_path)


def test_one_broken_file_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, name="aws/s3/good")
    write(tmp_path, name="aws/s3/bad", more="x: 1\n")
    write(tmp_path, name="aws/s3/Bad Name")
    with pytest.raises(BrokenControls, match="rename it") as caught:
        load(shipped=tmp_path)
    assert list(caught.value.controls) == ["aws/s3/good"]
    assert len(caught.value.errors) == 2


def test_an_own_control_cannot_take_a_shipped_id(tmp_path: Path) -> None:
    write(tmp_path / "shipped", more="formerly: [aws/s3/old]\n")
    write(own(tmp_path) / "controls")
    assert isinstance(only_error(tmp_path), DuplicateControl)
    (own(tmp_path) / "controls/aws/s3/x.cypher").unlink()
    write(own(tmp_path) / "controls", name="aws/s3/old")
    assert "the id aws/s3/old is that of" in str(only_error(tmp_path))


def test_an_override_changes_what_it_names(tmp_path: Path) -> None:
    query = "WITH 90 AS days, ['a'] AS names MATCH (b:AwsS3Bucket) RETURN b AS resource"
    write(tmp_path / "shipped", query, more="formerly: [aws/s3/old]\n")
    before = load(shipped=tmp_path / "shipped")["aws/s3/x"]
    changed = loaded(
        tmp_path,
        "aws/s3/old: {disable: true, severity: low, reason: ours,"
        ' thresholds: {days: 60, names: ["it\'s", b]}}',
    )["aws/s3/x"]
    assert (changed.disabled, changed.severity, changed.reason) == (True, "low", "ours")
    assert changed.thresholds == {"days": 60, "names": ["it's", "b"]}
    assert changed.hash != before.hash
    text, parameters = runnable(changed, AT)
    assert "WITH 60 AS days, ['it\\'s', 'b'] AS names MATCH" in text
    assert parameters == {}


@pytest.mark.parametrize(
    ("overrides", "told"),
    [
        ("aws/s3/y: {disable: true}", "no control is called aws/s3/y"),
        ("aws/s3/x: {thresholds: {weeks: 1}}", "no threshold weeks: it has days"),
        ("aws/s3/x: {thresholds: {days: many}}", "days is 90 now: 'many' does not fit"),
        ("aws/s3/x: {thresholds: {days: true}}", "True does not fit"),
        ("aws/s3/x: {sevrity: low}", "sevrity"),
        ("- x", "valid dictionary"),
    ],
)
def test_a_wrong_override(tmp_path: Path, overrides: str, told: str) -> None:
    write(tmp_path / "shipped", "WITH 90 AS days MATCH (b:AwsS3Bucket) RETURN b AS resource")
    error = only_error(tmp_path, overrides)
    assert isinstance(error, BadOverride)
    assert "overrides.yaml" in str(error)
    assert told in str(error)


def test_only_the_clock_itself_is_replaced(tmp_path: Path) -> None:
    query = """MATCH (b:AwsS3Bucket) // datetime()
WHERE b.created_at < DateTime ( ) - duration('P1D') /* datetime() */
  AND b.name <> 'datetime()' AND b.created_at > datetime('2020-01-01') AND b.datetime <> 1
RETURN b AS resource;"""
    made = control(tmp_path, query, more="applies: MATCH (b) RETURN b AS resource\n")
    text, parameters = runnable(made, AT)
    assert parameters == {"__now": AT}
    assert text.count("$__now") == 1
    assert "b.created_at < $__now - duration('P1D') /* datetime() */" in text
    assert text.rstrip().endswith("AS resource")
    assert applicable(made, AT) == ("MATCH (b) RETURN b AS resource", {})


def test_thresholds_are_the_literals_of_a_first_with(tmp_path: Path) -> None:
    first = "WITH 1.5 AS a, -2 AS b, 'x' AS c, true AS d, [22, 3389] AS ports, datetime() AS now "
    query = first + "MATCH (n:AwsS3Bucket) WITH 3 AS later, n RETURN n AS resource"
    assert control(tmp_path, query).thresholds == {
        "a": 1.5,
        "b": -2,
        "c": "x",
        "d": True,
        "ports": [22, 3389],
    }


def test_the_fix_names_the_resource(tmp_path: Path) -> None:
    fix = control(tmp_path).fix
    assert fix.placeholders() == {"name"}
    assert fix.filled({"name": "photos"}).cli == "do --name photos"
    assert fix.filled({}).cli == "do --name {name}"
