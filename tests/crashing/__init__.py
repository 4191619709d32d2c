"""The crash-point loop: an operation is killed at every step, started again, and everything compared.

docs/reliability.md says how to put a feature through it.
"""
