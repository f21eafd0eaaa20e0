"""Policies and mandates: what ships, what a user may add, and what is refused."""

from __future__ import annotations

import csv
import itertools
import operator
from pathlib import Path

import pytest

from controls.control import Control
from controls.load import load
from controls.mandates import BadMandate, load_mandates, unknown_requirements
from controls.policies import BadPolicy, load_policies, unknown_policies
from tests.judged import OPEN, control

HERE = Path(__file__).parent
MANDATE = """
id: own
title: Our rules
version: "1"
clouds: [aws]
source: Ourselves
requirements:
  - number: "1"
    title: Boxes
    requirements:
      - {number: "1.1", title: They are closed, controls: [aws/boxes/box_check]}
      - {number: "1.2", title: They are looked at, assessment: manual}
      - {number: "1.3", title: They are good, policies: [own-boxes]}
"""
POLICY = "id: own-boxes\ntitle: Boxes\nwhy: They matter.\ncontrols: [aws/boxes/other]\n"
with (HERE / "mandate_numbers.csv").open(encoding="utf-8") as file:
    NUMBERS = {
        mandate: [number for _, number in rows]
        for mandate, rows in itertools.groupby(csv.reader(file), key=operator.itemgetter(0))
    }
CONTROLS: dict[str, Control] = {
    c.id: c
    for c in (
        control(OPEN, mandates="{own: ['1.3']}"),
        control(OPEN, name="other", policy="own-boxes"),
        control(OPEN, name="third", policy="own-boxes"),
    )
}


def folder(path: Path, mandate: str = MANDATE, policy: str = POLICY) -> Path:
    for name, text in (("mandates", mandate), ("policies", policy)):
        (path / name).mkdir()
        (path / name / "own.yaml").write_text(text)
    return path


def test_the_union_of_what_controls_and_files_say_counts(tmp_path: Path) -> None:
    own = folder(tmp_path)
    policies = load_policies(CONTROLS, shipped=own)
    assert policies["own-boxes"].controls == ("aws/boxes/other", "aws/boxes/third")
    mandate = load_mandates(CONTROLS, policies, shipped=own)["own"]
    assert {leaf.number: leaf.controls for leaf in mandate.leaves()} == {
        "1.1": ("aws/boxes/box_check",),
        "1.2": (),
        "1.3": ("aws/boxes/box_check", "aws/boxes/other", "aws/boxes/third"),
    }
    assert mandate.controls == ("aws/boxes/box_check", "aws/boxes/other", "aws/boxes/third")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (MANDATE.replace("box_check", "missing"), r"1\.1 of mandate own.*aws/boxes/missing"),
        (MANDATE.replace("[own-boxes]", "[no-such]"), r"1\.3 of mandate own.*policy no-such"),
        (MANDATE.replace('"1.2"', '"1.1"'), r"two requirements have the number 1\.1"),
        (MANDATE.replace("source: Ourselves\n", ""), "`source` is missing"),
        (MANDATE.replace("manual}", "perhaps}"), "assessment"),
        (MANDATE + "extra: 1\n", "`extra`"),
    ],
)
def test_a_mandate_that_is_wrong_is_refused_by_name(tmp_path: Path, text: str, says: str) -> None:
    own = folder(tmp_path, text)
    with pytest.raises(BadMandate, match=says) as caught:
        load_mandates(CONTROLS, load_policies(CONTROLS, shipped=own), shipped=own)
    assert "own.yaml" in str(caught.value)


def test_a_fifth_level_is_refused(tmp_path: Path) -> None:
    deep = "{number: a, title: t, requirements: [%s]}"
    nested = '{number: "x", title: t}'
    for _ in range(4):
        nested = deep % nested
    head = MANDATE.partition("requirements:")[0]
    own = folder(tmp_path, f"{head}requirements: [{nested}]\n")
    with pytest.raises(BadMandate, match="at most 4"):
        load_mandates(CONTROLS, load_policies(CONTROLS, shipped=own), shipped=own)


def test_a_policy_that_names_what_is_not_there_is_refused(tmp_path: Path) -> None:
    own = folder(tmp_path, policy=POLICY.replace("other", "missing"))
    with pytest.raises(BadPolicy, match=r"own-boxes names the control aws/boxes/missing"):
        load_policies(CONTROLS, shipped=own)


def test_controls_that_name_what_is_not_there_are_told(tmp_path: Path) -> None:
    own = folder(tmp_path)
    policies = load_policies(CONTROLS, shipped=own)
    mandates = load_mandates(CONTROLS, policies, shipped=own)
    assert [str(e) for e in unknown_policies(CONTROLS, policies)] == [
        (
            "box_check.cypher: control aws/boxes/box_check names the policy box-policy: "
            "there are own-boxes"
        )
    ]
    wrong = {
        c.id: c
        for c in (
            control(OPEN, name="a", mandates="{nobody: ['1']}"),
            control(OPEN, name="b", mandates="{own: ['1.1', '9']}"),
        )
    }
    assert [str(e) for e in unknown_requirements(wrong, mandates)] == [
        "a.cypher: no mandate is called nobody: there are own",
        "b.cypher: own has no requirement 9 to be met",
    ]


def test_what_ships_fits_together() -> None:
    controls = load()
    policies = load_policies(controls)
    mandates = load_mandates(controls, policies)
    assert {"cis-aws-6.0", "company-baseline", *NUMBERS} <= set(mandates)
    assert unknown_policies(controls, policies) == []
    assert unknown_requirements(controls, mandates) == []


@pytest.mark.parametrize(
    ("benchmark", "count"), [("cis-aws-6.0", 63), ("cis-azure-4.0", 139), ("cis-gcp-4.0", 84)]
)
def test_a_benchmark_has_its_numbers_levels_and_assessments(benchmark: str, count: int) -> None:
    controls = load()
    mandate = load_mandates(controls, load_policies(controls))[benchmark]
    numbers = f"{benchmark.replace('-', '_').replace('.', '_')}.csv"
    with (HERE / numbers).open(encoding="utf-8") as file:
        wanted = [(number, level, assessment) for number, level, assessment in csv.reader(file)]
    found = [(leaf.number, *leaf.levels, leaf.assessment) for leaf in mandate.leaves()]
    assert found == wanted
    assert len(found) == count


@pytest.mark.parametrize("mandate", NUMBERS)
def test_a_framework_has_its_numbers(mandate: str) -> None:
    controls = load()
    found = load_mandates(controls, load_policies(controls))[mandate]
    assert [leaf.number for leaf in found.leaves()] == NUMBERS[mandate]


@pytest.mark.parametrize("mandate", NUMBERS)
def test_what_people_have_to_judge_has_no_controls(mandate: str) -> None:
    controls = load()
    leaves = load_mandates(controls, load_policies(controls))[mandate].leaves()
    assert [leaf.number for leaf in leaves if leaf.is_manual and leaf.controls] == []


def test_the_example_of_a_company_has_four_levels() -> None:
    controls = load()
    mandate = load_mandates(controls, load_policies(controls))["company-baseline"]
    depth, at = 0, mandate.requirements
    while at:
        depth, at = depth + 1, tuple(r for one in at for r in one.requirements)
    assert depth == 4
