"""Run it: the processes (API, worker, command line), and the only place that wires the parts.

Holds no rules of the domain.
"""
