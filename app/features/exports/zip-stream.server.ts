import { Zip, ZipDeflate } from "fflate";

export interface ExportFile {
  /** Safe, and each one once. */
  path: string;
  bytes: Uint8Array;
  at: Date;
}

/** Files as a zip archive, made as it is read: no more than one file is in memory. A reader that leaves ends `files`. */
export function zipStream(files: AsyncGenerator<ExportFile>): ReadableStream<Uint8Array> {
  let failed: Error | null = null;
  let waiting: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else waiting.push(chunk);
  });
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (waiting.length === 0) {
        const next = await files.next();
        if (next.done) {
          zip.end();
          flush(controller);
          controller.close();
          return;
        }
        const { path, bytes, at } = next.value;
        const entry = new ZipDeflate(path, { level: 6 });
        entry.mtime = at;
        zip.add(entry);
        entry.push(bytes, true);
        if (failed) throw failed;
      }
      flush(controller);
    },
    async cancel() {
      zip.terminate();
      await files.return(undefined);
    },
  });

  function flush(controller: ReadableStreamDefaultController<Uint8Array>): void {
    for (const chunk of waiting) controller.enqueue(chunk);
    waiting = [];
  }
}
