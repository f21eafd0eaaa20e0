"""The estate of the Azure stand-in: good and bad twins of every type, a module for each area.

Each module has a function `add(estate)`; modules are found by walking this folder. What one module
refers to may stand in another.
"""

from __future__ import annotations

import importlib
import pkgutil

from server.demo.azure.cloud import Estate


def whole() -> Estate:
    """Return the estate with all of its areas."""
    estate = Estate()
    for found in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{found.name}").add(estate)
    return estate
