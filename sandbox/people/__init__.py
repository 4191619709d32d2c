"""The people of the world: they see and do what Discord's client would let them, and nothing else."""
