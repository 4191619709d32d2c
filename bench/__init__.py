"""`python -m bench NAME`: one benchmark each, ratios measured in one run, one JSON object last."""
