/** SQLite's own functions, as far as a run needs them: statements one by one, cells with their types, nothing larger than asked for. */
import type { Table } from "./table.ts";

/** The parts of sql.js that it promises: SQLite's functions take and give numbers, pointers among them. */
export interface Sqlite {
  Database: new () => { filename: string; close(): void };
  UTF8ToString(pointer: number, mostBytes?: number, ignoreNul?: boolean): string;
  stringToNewUTF8(text: string): number;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _sqlite3_open(filename: number, database: number): number;
  _sqlite3_close_v2(database: number): number;
  _sqlite3_errmsg(database: number): number;
  _sqlite3_prepare_v2(database: number, sql: number, bytes: number, statement: number, tail: number): number;
  _sqlite3_step(statement: number): number;
  _sqlite3_finalize(statement: number): number;
  _sqlite3_column_count(statement: number): number;
  _sqlite3_column_name(statement: number, column: number): number;
  _sqlite3_column_type(statement: number, column: number): number;
  _sqlite3_column_bytes(statement: number, column: number): number;
  _sqlite3_column_text(statement: number, column: number): number;
  _sqlite3_column_blob(statement: number, column: number): number;
  _sqlite3_column_double(statement: number, column: number): number;
}

const ROW = 100;
const DONE = 101;

/** SQLite has refused a statement, in its own words. */
export class SqlError extends Error {
  readonly phase: "reading" | "running";
  /** What SQLite had read of it: of a statement with a mistake in its grammar, everything up to that. */
  readonly statement: string;
  /** What stands before it. */
  readonly before: string;
  constructor(message: string, phase: "reading" | "running", statement: string, before: string) {
    super(message);
    this.phase = phase;
    this.statement = statement;
    this.before = before;
  }
}
/** Not SQLite, but this sandbox refuses a statement. */
export class Refused extends SqlError {}
export class TooLarge extends Error {}

export interface Statement {
  /** As it stands in the script, with blanks and comments before it. */
  text: string;
  /** All of the script that stands before it. */
  readonly before: string;
  /** Runs it to its end. Throws TooLarge rather than to give more rows or characters. null when it gives no columns. */
  read(mostRows: number, mostCharacters: number): Table | null;
}

/** `file`: in a file of the isolate's memory, whose name only the connection knows; it can be opened again. `memory` costs less. */
export type Place = "memory" | "file";

/** A database that goes with its connection. */
export class Connection {
  private readonly sqlite: Sqlite;
  private readonly memory: WebAssembly.Memory;
  private readonly file: { filename: string; close(): void } | null;
  private handle = 0;

  constructor(sqlite: Sqlite, memory: WebAssembly.Memory, place: Place) {
    this.sqlite = sqlite;
    this.memory = memory;
    this.file = place === "file" ? new sqlite.Database() : null;
    this.open();
  }

  private open(): void {
    const name = this.sqlite.stringToNewUTF8(this.file?.filename ?? ":memory:");
    const place = this.sqlite._malloc(4);
    try {
      if (this.sqlite._sqlite3_open(name, place) !== 0) throw new Error("the database could not be opened");
      this.handle = this.word(place);
    } finally {
      this.sqlite._free(name);
      this.sqlite._free(place);
    }
  }

  /** Of a database in a file, only what was committed stays: temporary objects, settings and open transactions go. */
  reopen(): void {
    this.sqlite._sqlite3_close_v2(this.handle);
    this.handle = 0;
    this.open();
  }

  /** Also deletes the file. */
  close(): void {
    if (this.handle !== 0) this.sqlite._sqlite3_close_v2(this.handle);
    this.handle = 0;
    this.file?.close();
  }

  /** Gives each statement to `take`, which runs it, before the next is read. Answers how many there were. Throws SqlError. */
  each(sql: string, take: (statement: Statement) => void): number {
    const { sqlite } = this;
    const start = sqlite.stringToNewUTF8(sql);
    const places = sqlite._malloc(8);
    if (start === 0 || places === 0) throw new SqlError("out of memory", "reading", "", "");
    let statements = 0;
    try {
      for (let at = start; ;) {
        const code = sqlite._sqlite3_prepare_v2(this.handle, at, -1, places, places + 4);
        const [handle, tail] = [this.word(places), this.word(places + 4)];
        const text = (): string => sqlite.UTF8ToString(at, Math.max(0, tail - at), true);
        const from = at;
        const before = (): string => (from === start ? "" : sqlite.UTF8ToString(start, from - start, true));
        const fail = (phase: "reading" | "running"): SqlError => new SqlError(this.errorText(), phase, text(), before());
        if (code !== 0) throw fail("reading");
        if (handle === 0) return statements;
        statements += 1;
        try {
          take({ text: text(), get before() { return before(); }, read: (rows, characters) => this.read(handle, rows, characters, () => fail("running")) });
        } finally {
          sqlite._sqlite3_finalize(handle);
        }
        at = tail;
      }
    } finally {
      sqlite._free(start);
      sqlite._free(places);
    }
  }

  private read(handle: number, mostRows: number, mostCharacters: number, fail: () => SqlError): Table | null {
    const { sqlite } = this;
    const width = sqlite._sqlite3_column_count(handle);
    const rows: string[][] = [];
    let characters = 0;
    for (;;) {
      const code = sqlite._sqlite3_step(handle);
      if (code === DONE) break;
      if (code !== ROW) throw fail();
      if (width === 0) continue;
      if (rows.length >= mostRows) throw new TooLarge(`more than ${mostRows.toLocaleString("en-US")} rows`);
      const row: string[] = [];
      for (let column = 0; column < width; column += 1) {
        // First of all: asking for bytes makes a text of a number.
        const type = sqlite._sqlite3_column_type(handle, column);
        characters += type === 3 || type === 4 ? sqlite._sqlite3_column_bytes(handle, column) : 8;
        if (characters > mostCharacters) throw new TooLarge(`more than ${mostCharacters.toLocaleString("en-US")} characters`);
        row.push(this.cell(handle, column, type));
      }
      rows.push(row);
    }
    if (width === 0) return null;
    const columns = Array.from({ length: width }, (_, column) => sqlite.UTF8ToString(sqlite._sqlite3_column_name(handle, column), 1_000));
    return { columns, rows };
  }

  /** See table.ts. */
  private cell(handle: number, column: number, type: number): string {
    const { sqlite } = this;
    switch (type) {
      case 1: return `i${this.textOf(handle, column)}`;
      case 2: return `r${sqlite._sqlite3_column_double(handle, column)}`;
      case 3: return `t${this.textOf(handle, column)}`;
      case 4: {
        const at = sqlite._sqlite3_column_blob(handle, column);
        const bytes = new Uint8Array(this.memory.buffer, at, sqlite._sqlite3_column_bytes(handle, column));
        let text = "b";
        for (const byte of bytes) text += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16);
        return text;
      }
      default: return "n";
    }
  }

  private textOf(handle: number, column: number): string {
    const at = this.sqlite._sqlite3_column_text(handle, column);
    return this.sqlite.UTF8ToString(at, this.sqlite._sqlite3_column_bytes(handle, column), true);
  }
  private errorText(): string {
    return this.sqlite.UTF8ToString(this.sqlite._sqlite3_errmsg(this.handle), 1_000);
  }
  private word(at: number): number {
    return new DataView(this.memory.buffer).getUint32(at, true);
  }
}
