"""Odd values: caught one record at a time, and never a reason for a whole batch to fail."""

from __future__ import annotations

import datetime
from typing import Any

import orjson
import pytest

from ingest.identity import Scope, place
from ingest.model import Document, Ref
from ingest.rows import Misfit, row_maker
from tests.widgets import DECLARATION, arn, ref, widget

SCOPE = Scope(cloud="aws", partition="aws", account="111111111111", region="eu-west-1")
make = row_maker(DECLARATION, SCOPE)
NAIVE = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - the odd value itself
CEST = datetime.timezone(datetime.timedelta(hours=2))


def props(**fields: Any) -> dict[str, Any]:
    said: dict[str, Any] = orjson.loads(make(widget("w", **fields)).props)
    return said


@pytest.mark.promise("R11")
@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("size_gib", 2**63, "does not fit 64 bits"),
        ("size_gib", -(2**63) - 1, "does not fit 64 bits"),
        ("size_gib", True, "int is declared, bool came"),
        ("size_gib", 1.0, "int is declared, float came"),
        ("size_gib", "4", "int is declared, str came"),
        ("weight", float("nan"), "not a finite number"),
        ("weight", float("inf"), "not a finite number"),
        ("is_round", 1, "bool is declared, int came"),
        ("color", b"red", "str is declared, bytes came"),
        ("color", "\ud800", "not JSON"),
        ("labels", "a", "a list is declared, str came"),
        ("labels", ["a", None], "str is declared, NoneType came"),
        ("labels", ["a", 1], "str is declared, int came"),
        ("labels", None, "a list is declared, NoneType came"),
        ("policy", "{}", "Document is declared, str came"),
        ("policy", Document({"a": 2**70}), "not JSON"),
        ("made_at", NAIVE, "an aware datetime is declared"),
        ("made_at", "2026-01-01", "an aware datetime is declared"),
        ("arn", "", "a text is needed"),
        ("arn", "a" * 40_000, "longer than 4000 bytes"),
        ("id", "é" * 2_001, "longer than 4000 bytes"),
        ("name", None, "a text is needed"),
        ("parent", "arn:aws:x", "a Ref is declared, str came"),
        ("parent", Ref(""), "a text is needed"),
        ("tags", {"a": 1}, "a tag is a text for a text"),
        ("tags", {"k" * 40_000: "v"}, "longer than 4000 bytes"),
    ],
)
def test_a_value_that_does_not_fit_is_named_without_being_told(
    field: str, value: Any, told: str
) -> None:
    with pytest.raises(Misfit, match=told) as misfit:
        make(widget("w", **{field: value}))
    assert "AwsWidget" in str(misfit.value)


@pytest.mark.promise("R11")
@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), 0])
def test_the_widest_integers_fit(value: int) -> None:
    assert props(size_gib=value)["size_gib"] == value


def test_one_moment_has_one_text() -> None:
    noon = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)
    assert props(made_at=noon) == props(made_at=noon.astimezone(CEST))


def test_the_hash_ignores_order_and_sees_every_field() -> None:
    plain = make(widget("w", friends=[ref("a"), ref("b")], tags={"x": "1", "y": "2"}))
    turned = make(widget("w", friends=[ref("b"), ref("a")], tags={"y": "2", "x": "1"}))
    assert plain.hash == turned.hash
    for change in ({"color": "red"}, {"friends": [ref("a")]}, {"tags": {"x": "1"}}):
        assert make(widget("w", **change)).hash != plain.hash


def test_the_account_and_region_come_from_the_uid() -> None:
    other = props(arn=arn("w", "222222222222"))
    assert (other["account"], other["region"]) == ("222222222222", "eu-west-1")
    assert make(widget("w", "222222222222")).owner == "222222222222"
    shared = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    assert make(widget("w", arn=shared)).owner == "shared"
    assert place("no arn") == place("arn:aws:s3") == ("", "")
    assert props(arn="arn:aws:s3:::bucket")["account"] == "111111111111"
