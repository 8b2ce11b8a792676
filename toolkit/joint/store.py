"""What was gathered of each document, kept beside the outputs: only what changed is gathered again.

It is no more than a memory: without it, or with one that is damaged, everything is gathered anew.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from toolkit.errors import OutputError, ToolkitError
from toolkit.joint.holding import Holding
from toolkit.joint.known import Known, known, shard_name
from toolkit.output import own_file

NAME: Final = ".teikit.sqlite"
_VERSION: Final = 3
_TABLES: Final = """
CREATE TABLE documents (number INTEGER PRIMARY KEY, path TEXT UNIQUE, folder TEXT, state TEXT,
                        about TEXT, length INTEGER, digests TEXT);
CREATE TABLE told (number INTEGER PRIMARY KEY, kind TEXT, entry TEXT, UNIQUE (entry));
CREATE TABLE mentioned (told INTEGER, document INTEGER, mentions INTEGER,
                        PRIMARY KEY (told, document)) WITHOUT ROWID;
CREATE INDEX by_document ON mentioned (document);
CREATE TABLE words (shard TEXT, document INTEGER, held TEXT,
                    PRIMARY KEY (shard, document)) WITHOUT ROWID;
CREATE INDEX words_of ON words (document);
CREATE TABLE shards (name TEXT PRIMARY KEY, size INTEGER, time INTEGER);
"""
_MADE: Final = {*filter(None, map(str.strip, _TABLES.split(";")))}
# From one name to the next, past all the documents that have words in a shard.
_SHARD_NAMES: Final = """
WITH RECURSIVE names (name) AS (
  SELECT min(shard) FROM words
  UNION ALL SELECT (SELECT min(shard) FROM words WHERE shard > name) FROM names WHERE name NOTNULL)
SELECT name FROM names WHERE name NOTNULL"""


class UnfitError(OutputError):
    """A memory that is damaged, or that no run of ours left."""


class Store:
    """The memory of an output folder; every change holds when it is left without an error."""

    def __init__(self, into: Path) -> None:
        """Open what earlier runs left, or begin anew.

        Raises:
            OutputError: the folder cannot be written.
        """
        self._path = into / NAME
        try:
            own_file(self._path).parent.mkdir(parents=True, exist_ok=True)
            self._base = self._opened()
        except (OSError, sqlite3.Error) as error:
            raise OutputError(self._path, f"cannot be written: {error}") from error

    def _opened(self) -> sqlite3.Connection:
        with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
            base = sqlite3.connect(self._path)
            known = {sql for (sql,) in base.execute("SELECT sql FROM sqlite_master") if sql}
            if base.execute("PRAGMA user_version").fetchone() == (_VERSION,) and known == _MADE:
                return base
            base.close()
        self._path.unlink(missing_ok=True)
        base = sqlite3.connect(self._path)
        base.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")
        return base

    def __enter__(self) -> Self:
        """Begin a change; a killed process leaves what was there before."""
        self._base.execute("PRAGMA synchronous = OFF")
        return self

    def __exit__(self, kind: object, error: object, _: object) -> None:
        """Keep what was changed, unless something went wrong.

        Raises:
            OutputError: the memory cannot be written.
            UnfitError: what it holds cannot be used.
        """
        try:
            if kind is None:
                self.keep()
        except sqlite3.Error as failed:
            error = failed
        finally:
            self._base.close()
        match error:
            case ToolkitError() | OSError() | MemoryError():
                return
            case sqlite3.OperationalError() if "UTF-8" not in str(error):
                raise OutputError(self._path, f"cannot be written: {error}") from error
            case Exception():
                reason = f"cannot be used, delete it: {type(error).__name__}: {error}"
                raise UnfitError(self._path, reason) from error

    def keep(self) -> None:
        """Let every change so far hold."""
        self._base.commit()

    def documents(self) -> list[Known]:
        """Return all documents, in the order of their paths."""
        return [*map(known, self._base.execute("SELECT * FROM documents ORDER BY path"))]

    def put(self, path: str, folder: str, state: str, held: Holding) -> None:
        """Take in what a document holds, in place of what it held before."""
        number = self._number(path)
        told = (folder, state, held.about, held.length, json.dumps(held.digests), number)
        self._base.execute(
            "UPDATE documents SET folder=?, state=?, about=?, length=?, digests=? WHERE number=?",
            told,
        )
        self._put_entries(number, held)
        self._put_words(number, held.words)

    def _number(self, path: str) -> int:
        """Return the number of a document, which it keeps as long as it is there."""
        self._base.execute("INSERT OR IGNORE INTO documents (path) VALUES (?)", (path,))
        found = self._base.execute("SELECT number FROM documents WHERE path = ?", (path,))
        return int(found.fetchone()[0])

    def _put_entries(self, number: int, held: Holding) -> None:
        run = self._base.execute
        run("DELETE FROM mentioned WHERE document = ?", (number,))
        for each in held.entries:
            run("INSERT OR IGNORE INTO told (kind, entry) VALUES (?, ?)", (each.kind, each.entry))
            run(
                "INSERT OR REPLACE INTO mentioned SELECT number, ?, ? FROM told WHERE entry = ?",
                (number, each.mentions, each.entry),
            )

    def _put_words(self, number: int, words: Mapping[str, str]) -> None:
        """Take in words; the shards that they change are to be written again."""
        query = "SELECT shard, held FROM words WHERE document = ?"
        before = dict(self._base.execute(query, (number,)))
        changed = {n for n in before.keys() | words.keys() if before.get(n) != words.get(n)}
        self._base.executemany(
            "DELETE FROM words WHERE shard = ? AND document = ?", [(n, number) for n in changed]
        )
        added = [(name, number, words[name]) for name in changed if name in words]
        self._base.executemany("INSERT INTO words VALUES (?, ?, ?)", added)
        self._base.executemany("DELETE FROM shards WHERE name = ?", [(n,) for n in changed])

    def drop(self, number: int) -> None:
        """Forget a document."""
        self._put_words(number, {})
        self._base.execute("DELETE FROM mentioned WHERE document = ?", (number,))
        self._base.execute("DELETE FROM documents WHERE number = ?", (number,))

    def forget_untold(self) -> None:
        """Forget the entries that no document holds any more."""
        self._base.execute("DELETE FROM told WHERE number NOT IN (SELECT told FROM mentioned)")

    def order(self) -> dict[int, int]:
        """Return the places of documents among all, from 1, by where their outputs lie.

        It is what outputs number them by, whenever each came in.
        """
        found = self._base.execute("SELECT number FROM documents ORDER BY folder, path")
        return {number: place for place, (number,) in enumerate(found, 1)}

    def forget_written(self) -> None:
        """Forget how shards were left: all are to be written again."""
        self._base.execute("DELETE FROM shards")

    def entries(self) -> Iterator[tuple[int, str, int, int]]:
        """Give every entry as documents tell it, each once.

        It is its number, its words, how many documents tell it so, and one of these.
        """
        yield from self._base.execute(
            "SELECT number, entry, holders, one FROM told JOIN (SELECT told, count(*) AS holders,"
            " min(document) AS one FROM mentioned GROUP BY told) ON told = number ORDER BY entry"
        )

    def holders(self, number: int) -> Iterator[tuple[int, int]]:
        """Give the documents that tell an entry so, and how often each mentions it."""
        query = "SELECT document, mentions FROM mentioned WHERE told = ?"
        yield from self._base.execute(query, (number,))

    def shard_names(self) -> list[str]:
        """Return the names of all shards."""
        return [shard_name(name) for (name,) in self._base.execute(_SHARD_NAMES)]

    def shard(self, name: str) -> Iterator[tuple[int, str]]:
        """Give the documents that have words in a shard, and those words."""
        query = "SELECT document, held FROM words WHERE shard = ?"
        yield from self._base.execute(query, (name,))

    def written(self) -> dict[str, tuple[int, int]]:
        """Return size and time of the shards as they were left, but for those changed since."""
        return {n: (s, t) for n, s, t in self._base.execute("SELECT name, size, time FROM shards")}

    def note_written(self, left: Iterable[tuple[str, int, int]]) -> None:
        """Remember how shards were left: name, size and time of each."""
        self._base.executemany("INSERT OR REPLACE INTO shards VALUES (?, ?, ?)", left)
