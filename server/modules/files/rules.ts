import type { Refusal } from '#shared/refusal';

const nameSignsMax = 80;

/** A file name that harms nobody: the last part of a path, without control signs, direction marks and markup. */
export function harmlessName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*&'`]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  return [...plain].slice(0, nameSignsMax).join('');
}

const drawn = /^illustration:([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** The address of a drawn picture when the row stands for one (`illustration:<slug>`), else null. */
export function illustrationOf(file: { sha256: string; mediaType: string }): string | null {
  const slug = file.mediaType === 'image/svg+xml' ? drawn.exec(file.sha256)?.[1] : undefined;
  return slug ? `/illustrations/${slug}.svg` : null;
}

/** The id of a file as that of a drawn picture: of version 8 among UUIDs, so that it says of itself what it stands for. */
export function idOfDrawn(id: string): string {
  return `${id.slice(0, 14)}8${id.slice(15)}`;
}

/** Whether a picture is a drawn one, by its id alone. */
export function isDrawn(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-8/.test(id);
}

/** Kept for ever once public, since its address never shows another picture; else by this browser only, for five minutes. */
export function cacheControl(isPublic: boolean): string {
  return isPublic ? 'public, max-age=31536000, immutable' : 'private, max-age=300';
}

export const fileUnknown: Refusal = {
  code: 'file.unknown',
  status: 404,
  zh: '没有这张照片，或者它不对您公开。',
  en: 'There is no such picture, or it is not shown to you.',
};

export const fileMissing: Refusal = {
  code: 'file.missing',
  status: 422,
  zh: '没有收到照片，请再选一次。',
  en: 'The form holds no file.',
};

export const filesNotYours: Refusal = {
  code: 'file.not-yours',
  status: 422,
  zh: '有的照片没有传上来，或者已经用在别处了。请把照片重新选一次。',
  en: 'Some pictures were not uploaded by you, or belong to something else already.',
  fields: { photos: '请重新选照片' },
};
