"""Benchmarks: each prints ratios measured in one run, the last line one JSON object."""
