"""The rules: plain values in, plain values or a refusal out. No await, no clock, no library."""
