"""The process's own life: how it comes to its turn, whether it still responds, what it tells, how it ends."""
