"""One async verb per thing that can be done: one transaction, no Discord, no SQL, no sentence."""
