"""Secrets leave a digest behind, and nothing else."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.redact import redactor

KEY = b"a key of the tests"
SECRET = "canary-7f3a"  # noqa: S105 - the value to look for


@pytest.mark.promise("S11")
@pytest.mark.parametrize(
    ("paths", "value"),
    [
        (["Environment.Variables.*"], {"Environment": {"Variables": {"DB": SECRET}}}),
        (["Containers.Env.*.Value"], {"Containers": [{"Env": [{"Name": "A", "Value": SECRET}]}]}),
        (["Settings"], {"Settings": {"deep": [SECRET]}}),
        (["Scripts.*"], {"Scripts": [SECRET, SECRET]}),
        ([], {"MasterUserPassword": SECRET}),
        ([], {"deep": [{"userData": SECRET}]}),
        ([], {"connection_string": SECRET}),
    ],
)
def test_a_secret_is_gone_and_its_key_stays(paths: list[str], value: Any) -> None:
    said = orjson.dumps(redactor(paths, KEY)(value)).decode()
    assert SECRET not in said
    assert "redacted:" in said
    assert all(name in said for name in value)


def test_a_change_shows_and_the_same_value_has_the_same_digest() -> None:
    redact = redactor(["a"], KEY)
    assert redact({"a": SECRET}) == redact({"a": SECRET}) != redact({"a": "other"})
    assert redactor(["a"], b"another key")({"a": SECRET}) != redact({"a": SECRET})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner),
)


@given(JSON)
def test_what_holds_no_secret_stays_as_it_is(value: Any) -> None:
    assert redactor([], KEY)(value) == value
