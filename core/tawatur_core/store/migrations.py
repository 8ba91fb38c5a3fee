"""The steps that bring a project file from one version to the next.

Kept apart from `schema`, since sqlite-utils takes 0.1 s to import and only a file that is made or
upgraded needs it.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from tawatur_core.store.schema import RECORDED, SCHEMA_VERSION, Recorded

_INTEGERS = {"start", "end", "n", "reopened"}
_INDEXES = (
    ("document", "body"),
    ("residue", "document"),
    ("alias", "entity"),
    ("external_id", "entity"),
    ("claim", "document"),
    ("claim_span", "claim"),
    ("slot", "claim"),
    ("mention", "document"),
    ("mention", "entity"),
    ("verdict", "key"),
    ("rejection", "document"),
)

_LOG = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- one actor is one opening of one copy of the file, so that copies never fork a chain
CREATE TABLE actor (
  id TEXT PRIMARY KEY, analyst TEXT NOT NULL, since TEXT NOT NULL,
  txns INTEGER NOT NULL, head BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE txn (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, actor TEXT NOT NULL, seq INTEGER NOT NULL,
  hlc INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, at TEXT NOT NULL,
  ops INTEGER NOT NULL, hash BLOB NOT NULL, UNIQUE (actor, seq)
);
CREATE TABLE ops (
  op TEXT PRIMARY KEY, actor TEXT NOT NULL, hlc INTEGER NOT NULL, txn TEXT NOT NULL,
  tbl TEXT NOT NULL, row TEXT NOT NULL, field TEXT NOT NULL, value
) WITHOUT ROWID;
CREATE INDEX ops_cell ON ops (row, field);
CREATE INDEX ops_txn ON ops (txn);
CREATE INDEX ops_owner ON ops (value) WHERE field IN ('document', 'claim', 'entity');
CREATE TABLE sup (base TEXT NOT NULL, op TEXT NOT NULL, PRIMARY KEY (base, op)) WITHOUT ROWID;
CREATE INDEX sup_op ON sup (op);
-- this copy's undo stack; never exchanged
CREATE TABLE step (
  n INTEGER PRIMARY KEY, txn TEXT NOT NULL, label TEXT NOT NULL, undone INTEGER NOT NULL
);
CREATE TABLE body (
  sha256 TEXT PRIMARY KEY, length INTEGER NOT NULL, text TEXT NOT NULL
);
"""

_DERIVED = """
CREATE TABLE folded (
  n INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE folded_fts USING fts5(
  title, text, content='folded', content_rowid='n', tokenize="unicode61 remove_diacritics 0"
);
CREATE TABLE proposal (
  key TEXT PRIMARY KEY, document TEXT NOT NULL, kind TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, score REAL NOT NULL,
  payload TEXT NOT NULL, version TEXT NOT NULL, open INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX proposal_document ON proposal (document, kind, start);
CREATE INDEX proposal_open ON proposal (document) WHERE open = 1;
CREATE TABLE event_group (key TEXT PRIMARY KEY, payload TEXT NOT NULL, version TEXT NOT NULL);
CREATE TABLE event_group_claim (
  claim TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (claim, key)
) WITHOUT ROWID;
CREATE TABLE conflict (
  key TEXT PRIMARY KEY, rank REAL NOT NULL, payload TEXT NOT NULL, version TEXT NOT NULL
);
CREATE TABLE conflict_claim (
  claim TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (claim, key)
) WITHOUT ROWID;
CREATE INDEX conflict_claim_key ON conflict_claim (key);
CREATE TABLE entity_proposal (
  key TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, score REAL NOT NULL,
  payload TEXT NOT NULL, version TEXT NOT NULL
);
"""

_VIEWS = """
CREATE VIEW current_verdict AS
SELECT v.* FROM verdict v WHERE v.id = (
  SELECT w.id FROM verdict w WHERE w.key = v.key ORDER BY w.given_at DESC, w.id DESC LIMIT 1);
CREATE VIEW open_conflict AS
SELECT c.* FROM conflict c
WHERE NOT EXISTS (
  SELECT 1 FROM current_verdict v
  WHERE v.key = c.key AND v.reopened = 0 AND v.choice <> 'deferred')
AND NOT EXISTS (
  SELECT 1 FROM conflict_claim cc WHERE cc.key = c.key
  AND cc.claim NOT IN (SELECT id FROM claim));
"""

migrations = Migrations("tawatur")


def _run(db: Database, script: str) -> None:
    """Run statements one by one: `executescript` would commit the open transaction."""
    code = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
    for statement in code.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _recorded_sql(table: Recorded) -> str:
    lines = ["id TEXT PRIMARY KEY"]
    for column in table.columns:
        kind = "INTEGER" if column in _INTEGERS else "TEXT"
        owner = ""
        if table.parent and table.parent[0] == column:
            owner = f" REFERENCES {table.parent[1]} (id) DEFERRABLE INITIALLY DEFERRED"
        lines.append(f'"{column}" {kind}{owner}')
    return f"CREATE TABLE {table.name} ({', '.join(lines)}) WITHOUT ROWID"


@migrations()
def first_tables(db: Database) -> None:
    """Lay out version 1 of a project file."""
    _run(db, _LOG)
    for table in RECORDED.values():
        db.execute(_recorded_sql(table))
    for name, column in _INDEXES:
        db.execute(f"CREATE INDEX {name}_{column} ON {name} ({column})")
    db.execute("CREATE INDEX slot_entity ON slot (entity) WHERE entity IS NOT NULL")
    db.execute("CREATE INDEX mention_proposal ON mention (proposal) WHERE proposal <> ''")
    db.execute("CREATE INDEX claim_proposal ON claim (proposal) WHERE proposal <> ''")
    db.execute("CREATE INDEX rejection_key ON rejection (key)")
    _run(db, _DERIVED)
    _run(db, _VIEWS)


@migrations()
def copies_of_documents(db: Database) -> None:
    """Version 2: a document may be a copy of another."""
    if "copied_from" not in db["document"].columns_dict:  # a new file has it already
        db.execute("ALTER TABLE document ADD COLUMN copied_from TEXT")
    db.execute(
        "CREATE INDEX document_copied_from ON document (copied_from) WHERE copied_from IS NOT NULL"
    )


@migrations()
def links_of_verdicts(db: Database) -> None:
    """Version 3: a verdict knows the entities that its values were linked to."""
    if "linked" not in db["verdict"].columns_dict:  # a new file has it already
        db.execute("ALTER TABLE verdict ADD COLUMN linked TEXT DEFAULT '[]'")


def migrate(conn: sqlite3.Connection) -> None:
    """Apply the steps a file has not seen yet, each in a transaction of its own."""
    migrations.apply(Database(conn, execute_plugins=False))
    conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
