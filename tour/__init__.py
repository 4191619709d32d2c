"""Stories that play the whole product against the sandbox."""
