"""What one answer takes from beside the graph, such as the lake: keys first, then the values."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from schema.shape import Aside


@dataclasses.dataclass(kw_only=True)
class Beside:
    """What an answer wants from beside the graph: first the keys of its rows, then the values."""

    aside: Aside
    keys: set[tuple[Any, ...]] = dataclasses.field(default_factory=set)
    values: Mapping[Any, Any] = dataclasses.field(default_factory=dict)

    def value(self, key: Any) -> Any:
        """Return what is there for a row; nothing until it is read."""
        self.keys.add(tuple(key))
        return self.values.get(tuple(key))
