/** Something about the database file that a person must decide about; `message` is a sentence for them. */
export class DatabaseProblem extends Error {
  override name = "DatabaseProblem";
}

/** The sentence for a file that SQLite cannot open or read. Other errors stay what they are. */
export function explainDatabaseError(file: string, error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === "SQLITE_NOTADB" || code?.startsWith("SQLITE_CORRUPT")) {
    return new DatabaseProblem(`The file ${file} is damaged or no database (${message}). Keep it, and restore a backup in its place.`, { cause: error });
  }
  if (code?.startsWith("SQLITE_CANTOPEN") || code?.startsWith("SQLITE_READONLY")) {
    return new DatabaseProblem(`The database ${file} cannot be opened for writing (${message}). Check that its folder exists and belongs to this user.`, { cause: error });
  }
  if (code?.startsWith("SQLITE_BUSY")) {
    return new DatabaseProblem(`The database ${file} is held by another program (${message}). Stop that one first.`, { cause: error });
  }
  if (code === "SQLITE_FULL") {
    return new DatabaseProblem(`The disk with the database ${file} is full. Make room and start again.`, { cause: error });
  }
  return error;
}

/** Whether something could not be stored because the disk is full, however deep the cause is wrapped. */
export function isStorageFull(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) {
    const code = (cause as { code?: unknown }).code;
    if (code === "SQLITE_FULL" || code === "SQLITE_IOERR_SHMSIZE" || code === "ENOSPC" || code === "EDQUOT") return true;
  }
  return false;
}
