"""Findings and reports for other people's tools: rows come in as they are found, bytes go out.

`row` says what a row is, `findings` and `run` yield them, each `to_*` writes one format, and
`exporter` puts them together. Nothing holds more than a page of rows: see `held` for a document.
"""
