import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** A file inside a zip file, as its directory names it. */
export type ZipEntry = { name: string; method: number; start: number; packedBytes: number; unpackedBytes: number };

const endBytes = 22;
const commentBytesMost = 65_535;

/** What a zip file says is in it; null when it is none, or a kind nobody sends: several disks, or larger than 4 GB. */
export function listEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    if (header + 30 > view.byteLength || view.getUint32(header, true) !== 0x04034b50) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      start: header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - endBytes - commentBytesMost);
  for (let at = view.byteLength - endBytes; at >= least; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}

const chunkBytes = 65_536;

/** The bytes of a file inside, piece by piece. Throws when they are broken. */
export function unpackEntry(bytes: Uint8Array, { method, start, packedBytes }: ZipEntry): AsyncIterable<Uint8Array> {
  const packed = bytes.subarray(start, start + packedBytes);
  const pieces = Readable.from(cut(packed), { objectMode: true, highWaterMark: 2 });
  if (method === 0) return pieces;
  // What goes wrong on the way is thrown where the pieces are read.
  return pipeline(pieces, createInflateRaw({ chunkSize: chunkBytes }), () => {});
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
