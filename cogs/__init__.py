"""The only code that speaks Discord."""
