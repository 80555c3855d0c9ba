import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp, { type OutputInfo } from 'sharp';
import { refuse } from '#shared/refusal';

export type StoredImage = { sha256: string; mediaType: string; sizeBytes: number; width: number; height: number };

/** Bytes behind one door: a folder, addressed by content. */
export type FileStore = {
  /** Re-encodes a picture (at most 1600 px wide, EXIF and place removed, turned upright) and keeps a small one beside it. */
  saveImage(bytes: Buffer): Promise<StoredImage>;
  read(sha256: string, size: 'full' | 'small'): Promise<Buffer>;
};

const fullPx = 1600;
const smallPx = 480;

export function openFileStore(folder: string): FileStore {
  const place = (sha256: string, size: string): string => join(folder, sha256.slice(0, 2), `${sha256}-${size}.webp`);
  return {
    async saveImage(bytes) {
      const full = await encode(bytes, fullPx);
      const small = await encode(bytes, smallPx);
      const sha256 = createHash('sha256').update(full.data).digest('hex');
      await keep(place(sha256, 'full'), full.data);
      await keep(place(sha256, 'small'), small.data);
      return {
        sha256,
        mediaType: 'image/webp',
        sizeBytes: full.data.length,
        width: full.info.width,
        height: full.info.height,
      };
    },
    read: (sha256, size) => readFile(place(sha256, size)),
  };
}

async function encode(bytes: Buffer, widthPx: number): Promise<{ data: Buffer; info: OutputInfo }> {
  try {
    return await sharp(bytes, { limitInputPixels: 60_000_000, failOn: 'error' })
      .rotate()
      .resize({ width: widthPx, height: widthPx, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    return refuse({
      code: 'file.not-a-picture',
      status: 415,
      zh: '这个文件不是能打开的照片。请选 JPG、PNG 或手机拍的照片。',
      en: 'This file is not a picture that can be opened.',
    });
  }
}

/** Written beside and renamed, so that a crash leaves no half file under its final name. */
async function keep(path: string, data: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.${Math.round(performance.now() * 1000)}`;
  await writeFile(beside, data);
  await rename(beside, path);
}
