import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { takeChance } from '#platform/chance';

/**
 * Seals single fields with AES-256-GCM. The text is bound to its place (`table/row/column`), so a sealed value copied
 * elsewhere does not open; it carries the version of the key. `index` gives a blind index for look-up by equality.
 */
export type Sealer = {
  seal(place: string, text: string): string;
  /** Throws when the value was moved or changed. */
  open(place: string, sealed: string): string;
  index(kind: string, text: string): string;
  /** A signing secret for sessions, derived from the same key. */
  secret(purpose: string): string;
};

export function createSealer(key: Buffer): Sealer {
  const fieldKey = derive(key, 'field');
  const indexKey = derive(key, 'index');
  return {
    seal(place, text) {
      const iv = takeChance(12);
      const cipher = createCipheriv('aes-256-gcm', fieldKey, iv);
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(place, sealed) {
      const [version, data] = sealed.split('.');
      if (version !== '1' || !data) throw new Error('sealed with a key version this server does not have');
      const bytes = Buffer.from(data, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    index: (kind, text) => createHmac('sha256', indexKey).update(`${kind}\n${text}`).digest('hex'),
    secret: (purpose) => derive(key, `secret:${purpose}`).toString('hex'),
  };
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `liren:${purpose}`, 32));
}

/** Reads the key file, or makes it on the first start (mode 0600). Losing it makes sealed fields unreadable for ever. */
export function readOrCreateKey(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    try {
      linkSync(beside, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(beside);
    }
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (key.length !== 32) throw new Error(`${file} is not a Liren key file`);
  return key;
}
