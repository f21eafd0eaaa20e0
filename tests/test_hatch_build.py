"""The build of the web page: what it depends on, what it says, what its lock holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import hatch_build

HOST = re.compile(r"registry\.[a-z]|\"resolved\"")


def test_every_source_counts_and_nothing_that_is_made(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    source = tmp_path / "src" / "main.tsx"
    source.write_text("a")
    first = hatch_build.sources_hash(tmp_path)
    for made in hatch_build.MADE:
        (tmp_path / made).mkdir()
        (tmp_path / made / "x.js").write_text("x")
    assert hatch_build.sources_hash(tmp_path) == first
    source.write_text("b")
    assert hatch_build.sources_hash(tmp_path) != first
    source.write_text("a")
    source.rename(tmp_path / "src" / "other.tsx")
    assert hatch_build.sources_hash(tmp_path) != first


def test_a_step_that_fails_says_which_and_why(tmp_path: Path) -> None:
    script = tmp_path / "fails.js"
    script.write_text("console.log('told before'); throw new Error('no such luck')")
    with pytest.raises(hatch_build.PageNotBuilt, match="building it failed with code 1") as failed:
        hatch_build._run("building it", script)
    assert "told before" in str(failed.value)
    assert "no such luck" in str(failed.value)


def test_the_lock_holds_hashes_and_no_addresses() -> None:
    text = (hatch_build.WEB / "package-lock.json").read_text(encoding="utf-8")
    assert not HOST.search(text)
    lock = json.loads(text)
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert all("integrity" in one for one in packages.values())
    asked = json.loads((hatch_build.WEB / "package.json").read_text(encoding="utf-8"))
    for kind in ("dependencies", "devDependencies"):
        assert all(version[0].isdigit() for version in asked[kind].values())
