"""What the catalogue finds, and what it leaves alone."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.catalogue import DECLARES, HERE
from ingest.model import Resource

MODULES = [path for path in sorted(HERE.glob("*/*.py")) if path.stem != "__init__"]
SILENT = [path for path in MODULES if not DECLARES.search(path.read_text(encoding="utf-8"))]
LOADED = """
import sys
from ingest.catalogue import discover
assert len(discover().of_cloud("gcp")) > 50
print(*{name.partition(".")[0] for name in sys.modules})
"""


@pytest.mark.parametrize("path", SILENT, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_not_imported_declares_nothing(path: Path) -> None:
    module = importlib.import_module(f"ingest.{path.parent.name}.{path.stem}")
    own = [v for v in vars(module).values() if getattr(v, "__module__", "") == module.__name__]
    assert [v for v in own if isinstance(v, type) and issubclass(v, Resource)] == []


def test_a_catalogue_takes_no_clouds_sdk() -> None:
    """Else who reads one cloud pays for the others' in memory, and each command in time."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        (sys.executable, "-c", LOADED), capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & {"azure", "boto3", "google", "grpc", "msal"}
