import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Raised when older programs could no longer read what is written. */
export const FORMAT = 1;

export const MANIFEST = 'manifest.json';
export const KEY = 'secret.key';

/** The path of a file as it stands in the archive: below its folder and never out of it; nothing hidden. */
export const FILE_PATH = /^(?:\w[\w.-]*\/)*\w[\w.-]*$/;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

export const manifestSchema = z.object({
  format: z.number().int().positive(),
  appVersion: z.string(),
  createdAt: z.string(),
  /** What was applied to the database, in order. */
  migrations: z.array(z.object({ name: z.string(), sha256 })).min(1),
  /** In the order in which they can be loaded. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: count, sha256 })),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  files: z.object({ count, sizeBytes: count, sha256 }),
  withKey: z.boolean(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export type Sum = { rows: number; sha256: string };
export type RowCounter = { take(chunk: Buffer): void; sum(): Sum };

/** Counts and sums the rows of a table as COPY writes them: one line each, as line ends inside of values are escaped. */
export function countRows(): RowCounter {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    take(chunk) {
      hash.update(chunk);
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
    },
    sum: () => ({ rows, sha256: hash.digest('hex') }),
  };
}

export type FileCounter = {
  begin(name: string, sizeBytes: number): void;
  take(chunk: Buffer): void;
  sum(): Manifest['files'];
};

/** Counts and sums the files, their names included, in the order of the archive. */
export function countFiles(): FileCounter {
  const hash = createHash('sha256');
  let files = 0;
  let bytes = 0;
  return {
    begin(name, sizeBytes) {
      hash.update(`${name}\n${sizeBytes}\n`);
      files++;
      bytes += sizeBytes;
    },
    take: (chunk) => void hash.update(chunk),
    sum: () => ({ count: files, sizeBytes: bytes, sha256: hash.digest('hex') }),
  };
}
