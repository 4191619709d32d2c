"""What can go wrong with the database, each in one line for whoever runs the bot: the cause and the fix.

DatabaseProblem
├── BadAddress         the URL names no database we can use
├── DatabaseInUse      another process holds it
├── Unwritable         the folder or the file may not be written
├── Unreachable        PostgreSQL does not answer, or does not let us in
├── CorruptDatabase    the file is damaged
├── NewerSchema        a newer version of the bot has written it
├── BadKeyFile         the file with the master key cannot be used
├── WrongKey           the master key is not the one that sealed this database
├── NotSaved           nothing of this transaction was kept
│   ├── Busy           it waited too long for its turn
│   ├── DatabaseClosed the database is being closed
│   ├── ConnectionLost PostgreSQL went away in the middle
│   └── DiskFull       there is no space left
└── MaybeSaved         the answer to a commit was lost; look before doing it again
"""

from __future__ import annotations


class DatabaseProblem(Exception):
    """Its text is one plain line with the cause and the fix, and holds no password."""


class BadAddress(DatabaseProblem):
    pass


class DatabaseInUse(DatabaseProblem):
    pass


class Unwritable(DatabaseProblem):
    pass


class Unreachable(DatabaseProblem):
    pass


class CorruptDatabase(DatabaseProblem):
    pass


class NewerSchema(DatabaseProblem):
    pass


class BadKeyFile(DatabaseProblem):
    pass


class WrongKey(DatabaseProblem):
    pass


class NotSaved(DatabaseProblem):
    pass


class Busy(NotSaved):
    pass


class DatabaseClosed(NotSaved):
    pass


class ConnectionLost(NotSaved):
    pass


class DiskFull(NotSaved):
    pass


class MaybeSaved(DatabaseProblem):
    pass
