/** What descriptors lead to: texts, pipes, files and collectors. All carry bytes, one character each. */
import type { Files } from "./files.ts";

/** Writing into a pipe that nobody reads any more ends the writer. */
export class BrokenPipe extends Error {}

export interface Output {
  /** A promise only when the writer has to wait. */
  write(bytes: string): Promise<void> | undefined;
  /** For pipes: the last writer has gone. */
  release?(): void;
  retain?(): void;
}

const FULL = 64 * 1024;

/** A reader with what is left to read; forks of a shell share it, as they share the offset of an open file. */
export class Input {
  private text: string;
  private at = 0;
  private readonly pipe: Pipe | null;

  constructor(text: string, pipe: Pipe | null = null) {
    this.text = text;
    this.pipe = pipe;
  }

  get piped(): boolean {
    return this.pipe !== null;
  }

  /** Waits for more from the pipe; false at the end. */
  private async fill(): Promise<boolean> {
    if (this.pipe === null) return false;
    const more = await this.pipe.take();
    if (more === null) return false;
    this.text = this.text.slice(this.at) + more;
    this.at = 0;
    return true;
  }

  async readAll(): Promise<string> {
    while (await this.fill());
    const rest = this.text.slice(this.at);
    this.text = "";
    this.at = 0;
    return rest;
  }

  /** What there is, waiting for something; "" at the end. */
  async readSome(): Promise<string> {
    if (this.at >= this.text.length) await this.fill();
    const some = this.text.slice(this.at);
    this.at = this.text.length;
    return some;
  }

  /** Up to and without `delimiter`; null when there is nothing left. `ended`: the delimiter was there. */
  async readUntil(delimiter: string, most = Infinity): Promise<{ bytes: string; ended: boolean } | null> {
    let searched = this.at;
    for (;;) {
      const found = delimiter === "" ? -1 : this.text.indexOf(delimiter, searched);
      if (found >= 0 && found - this.at <= most) {
        const bytes = this.text.slice(this.at, found);
        this.at = found + delimiter.length;
        return { bytes, ended: true };
      }
      if (this.text.length - this.at >= most) {
        const bytes = this.text.slice(this.at, this.at + most);
        this.at += most;
        return { bytes, ended: true };
      }
      const offset = this.text.length - this.at;
      if (!await this.fill()) break;
      searched = this.at + offset;
    }
    if (this.at >= this.text.length) return null;
    const bytes = this.text.slice(this.at);
    this.at = this.text.length;
    return { bytes, ended: false };
  }

  /** Puts back what was taken too much. */
  unread(bytes: string): void {
    this.text = bytes + this.text.slice(this.at);
    this.at = 0;
  }

  close(): void {
    this.pipe?.closeReader();
  }
}

/** Between two commands of a pipeline, which run by turns. */
export class Pipe implements Output {
  private waiting = "";
  private writers = 1;
  private closed = false;
  private wakeReader: (() => void) | null = null;
  private whenEmpty: (() => void) | null = null;
  private wakeWriters: (() => void)[] = [];

  write(bytes: string): Promise<void> | undefined {
    if (this.closed) throw new BrokenPipe("broken pipe");
    if (bytes === "") return undefined;
    this.waiting += bytes;
    this.wakeReader?.();
    if (this.waiting.length < FULL) return undefined;
    return new Promise<void>((resolve) => this.wakeWriters.push(resolve)).then(() => {
      if (this.closed) throw new BrokenPipe("broken pipe");
    });
  }

  retain(): void {
    this.writers += 1;
  }
  release(): void {
    this.writers -= 1;
    if (this.writers === 0) this.wakeReader?.();
  }

  async take(): Promise<string | null> {
    while (this.waiting === "") {
      if (this.writers <= 0) return null;
      this.whenEmpty?.();
      await new Promise<void>((resolve) => {
        this.wakeReader = resolve;
      });
      this.wakeReader = null;
    }
    const taken = this.waiting;
    this.waiting = "";
    this.wake();
    return taken;
  }

  closeReader(): void {
    this.closed = true;
    this.waiting = "";
    this.whenEmpty?.();
    this.wake();
  }

  /** Waits until the reader has taken all, and wants more, or has closed the pipe. */
  async wantsMore(): Promise<boolean> {
    if (!this.closed && (this.waiting !== "" || this.wakeReader === null)) {
      await new Promise<void>((resolve) => {
        this.whenEmpty = resolve;
      });
    }
    return !this.closed;
  }

  private wake(): void {
    const wake = this.wakeWriters;
    this.wakeWriters = [];
    for (const one of wake) one();
  }
}

export class Collector implements Output {
  private chunks: string[] = [];
  private length = 0;
  private readonly most: number;
  private readonly overflow: () => never;

  /** `overflow` is called when more than `most` bytes come. */
  constructor(most: number, overflow: () => never) {
    this.most = most;
    this.overflow = overflow;
  }
  write(bytes: string): undefined {
    this.length += bytes.length;
    if (this.length > this.most) this.overflow();
    this.chunks.push(bytes);
    return undefined;
  }
  get bytes(): string {
    if (this.chunks.length > 1) this.chunks = [this.chunks.join("")];
    return this.chunks[0] ?? "";
  }
}

export class FileOutput implements Output {
  private readonly files: Files;
  private readonly file: ReturnType<Files["openForWriting"]>;
  constructor(files: Files, path: string, truncate: boolean) {
    this.files = files;
    this.file = files.openForWriting(path, truncate);
  }
  write(bytes: string): undefined {
    this.files.append(this.file, bytes);
    return undefined;
  }
}

export const NOWHERE: Output = { write: () => undefined };

/** An open descriptor: for reading, for writing, or both. */
export interface Descriptor {
  input: Input | null;
  output: Output | null;
}
