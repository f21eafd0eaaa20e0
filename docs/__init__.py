"""The documentation: pages written by hand, and `docs/reference`, made by `docs.generate`."""
