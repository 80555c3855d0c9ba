import { once } from 'node:events';
import { createReadStream, type WriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

export type ArchiveWriter = {
  /** One entry. What is long comes in several of them, so that nothing is ever whole in memory. */
  add(name: string, bytes: Buffer | string): Promise<void>;
  /** Ends the archive and waits until every byte of it is handed to the disk. */
  close(): Promise<void>;
  /** Gives up; the file is left as it is. */
  abandon(): void;
};

/** Packs entries into a gzipped tar. A write that fails is thrown by the `add` under way, or by the next, or by `close`. */
export function writeArchive(to: WriteStream): ArchiveWriter {
  const tar = pack();
  const writing = pipeline(tar, createGzip(), to);
  let giveUp: (error: Error) => void = () => {};
  // Once the disk refuses, an entry would wait for ever.
  writing.catch((error) => giveUp(error));
  return {
    async add(name, bytes) {
      try {
        await new Promise<void>((resolve, reject) => {
          giveUp = reject;
          tar.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()));
        });
      } catch (error) {
        tar.destroy(error as Error);
        // What went wrong first says more.
        await writing;
        throw error;
      }
    },
    async close() {
      tar.finalize();
      await writing;
    },
    abandon() {
      tar.destroy();
      to.destroy();
    },
  };
}

export type ArchiveEntry = { name: string; sizeBytes: number; isFile: boolean; content: AsyncIterable<Buffer> };

/**
 * The entries one after the other; each is read before the next is asked for. Throws when the bytes are no gzip, end too
 * early or do not give the check sum they carry, at the latest after the last entry.
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const input = createReadStream(file);
  await once(input, 'open');
  const tar = extract();
  const reading = pipeline(input, createGunzip(), tar);
  reading.catch((error) => tar.destroy(error));
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header;
      yield { name, sizeBytes: size, isFile: type === 'file', content: entry as AsyncIterable<Buffer> };
    }
    await reading;
  } finally {
    input.destroy();
  }
}
