/** The text of some files, shared by both editors and by whoever saves it. No DOM, no React. */

export interface CodeFile {
  path: string;
  text: string;
  readOnly: boolean;
}

export interface CodeDocument {
  readonly files: readonly Pick<CodeFile, "path" | "readOnly">[];
  /** Text of a file; empty when there is no such file. */
  getText(path: string): string;
  /** Changes a file from whichever editor. Read-only and unknown files stay as they are. */
  setText(path: string, text: string): void;
  /** Changes several files at once: one announcement. */
  setTexts(texts: Readonly<Record<string, string>>): void;
  /** Text of the files that can be changed. */
  writableTexts(): Record<string, string>;
  /** Rises with every change. */
  revision(): number;
  subscribe(listener: () => void): () => void;
}

/** Makes a document; line ends become `\n`, which is what forms and tests count by. */
export function createCodeDocument(files: readonly CodeFile[]): CodeDocument {
  const texts = new Map(files.map(({ path, text }) => [path, normalise(text)]));
  const writable = new Set(files.filter((file) => !file.readOnly).map(({ path }) => path));
  const listeners = new Set<() => void>();
  let revision = 0;

  function put(path: string, text: string): boolean {
    const next = normalise(text);
    if (!writable.has(path) || texts.get(path) === next) return false;
    texts.set(path, next);
    return true;
  }

  function announce() {
    revision += 1;
    for (const listener of listeners) listener();
  }

  return {
    files: files.map(({ path, readOnly }) => ({ path, readOnly })),
    getText: (path) => texts.get(path) ?? "",
    setText(path, text) {
      if (put(path, text)) announce();
    },
    setTexts(changes) {
      const changed = Object.entries(changes).filter(([path, text]) => put(path, text));
      if (changed.length > 0) announce();
    },
    writableTexts: () => Object.fromEntries([...texts].filter(([path]) => writable.has(path))),
    revision: () => revision,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function normalise(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
