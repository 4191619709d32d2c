"""Tests in a real browser, and what they are written with: docs/testing-in-a-browser.md."""
