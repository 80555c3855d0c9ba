import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import type { FileStore, StoredImage } from '#platform/files';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { Picture } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export { isDrawn } from './rules.ts';

export type FileRecord = store.FileRecord;

export type FileDoors = {
  tree: AreaTree;
  fileStore: FileStore;
  /** Whether the actor sees what the picture belongs to (`matter:<number>`); who owns that subject decides. */
  mayRead(reader: Reader, actor: Actor, file: FileRecord): Promise<boolean>;
};

function toPicture(file: FileRecord): Picture {
  const { id, areaId, width, height } = file;
  const illustration = rules.illustrationOf(file);
  const address = `/api/v1/areas/${areaId}/files/${id}`;
  return {
    id,
    width,
    height,
    full: illustration ?? address,
    small: illustration ?? `${address}?size=small`,
    drawn: illustration !== null,
  };
}

/** Re-encodes a picture into the store, before any transaction. Refused when it is no picture. */
export function storePicture(doors: FileDoors, input: { areaId: string; bytes: Buffer }): Promise<StoredImage> {
  requireOwner(doors.tree, input.areaId);
  return doors.fileStore.saveImage(input.bytes);
}

/** Notes an uploaded picture: not public, belonging to nothing yet. */
export async function addPicture(
  tx: Tx,
  actor: Actor,
  input: { areaId: string; stored: StoredImage; name: string },
): Promise<Picture> {
  const { areaId, stored } = input;
  const id = tx.newId();
  const file = {
    ...stored,
    areaId,
    id,
    name: rules.harmlessName(input.name),
    subject: null,
    public: false,
    uploadedBy: actor.id,
  };
  await store.insertFiles(tx, areaId, tx.now, [file]);
  audit(tx, actor, { areaId, act: 'file.upload', subject: `file:${id}`, detail: { sizeBytes: stored.sizeBytes } });
  return toPicture(file);
}

export type Illustration = { slug: string; width: number; height: number; subject?: string; public?: boolean };

/** Adds drawn pictures of the app as if uploaded: they stand for photographs that do not exist. Answers their ids, in order. */
export async function addIllustrations(
  tx: Tx,
  actor: Actor,
  input: { areaId: string; illustrations: Illustration[] },
): Promise<string[]> {
  const { areaId, illustrations } = input;
  const files = illustrations.map(({ slug, width, height, subject = null, public: isPublic = false }) => ({
    areaId,
    id: rules.idOfDrawn(tx.newId()),
    sha256: `illustration:${slug}`,
    mediaType: 'image/svg+xml',
    sizeBytes: 1,
    width,
    height,
    name: `${slug}.svg`,
    subject,
    public: isPublic,
    uploadedBy: actor.id,
  }));
  await store.insertFiles(tx, areaId, tx.now, files);
  return files.map((file) => file.id);
}

/** The file when the actor may see it: public, their own, or of something they may see. Refused alike when there is none. */
export async function readPicture(
  reader: Reader,
  actor: Actor,
  doors: FileDoors,
  input: { areaId: string; fileId: string },
): Promise<FileRecord> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const file = (await store.readFile(reader, id, input.fileId)) ?? refuse(rules.fileUnknown);
  const isOwn = actor.id !== 'anonymous' && file.uploadedBy === actor.id;
  return file.public || isOwn || (await doors.mayRead(reader, actor, file)) ? file : refuse(rules.fileUnknown);
}

/**
 * Says what pictures belong to. Refused when one was uploaded by somebody else or belongs to something else: otherwise
 * knowing an id would be enough to make another's picture one's own and see it.
 */
export async function attachFiles(
  tx: Tx,
  actor: Actor,
  input: { areaId: string; ids: readonly string[]; subject: string },
): Promise<void> {
  const ids = [...new Set(input.ids)];
  if (ids.length === 0) return;
  const attached = await store.setSubject(tx, input.areaId, ids, { subject: input.subject, uploadedBy: actor.id });
  if (attached.length !== ids.length) refuse(rules.filesNotYours);
}

/** Shows pictures to everybody, from now on. The caller's rules have decided that. */
export async function publishFiles(tx: Tx, areaId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await store.setPublic(tx, areaId, ids, true);
}

/** Shows pictures to the public no longer: a consent was taken back. */
export async function withholdFiles(tx: Tx, areaId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await store.setPublic(tx, areaId, ids, false);
}

/** Pictures as screens need them, in the order asked; unknown ones are left out. */
export async function describeFiles(reader: Reader, areaId: string, ids: readonly string[]): Promise<Picture[]> {
  if (ids.length === 0) return [];
  const found = new Map((await store.readFiles(reader, areaId, ids)).map((file) => [file.id, file]));
  return ids.flatMap((id) => {
    const file = found.get(id);
    return file ? [toPicture(file)] : [];
  });
}

/** Digests of pictures by their ids, in the order asked: what a text holds of them that must not change. Unknown ones are left out. */
export async function digestsOf(
  reader: Reader,
  areaId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = new Map((await store.readFiles(reader, areaId, ids)).map((file) => [file.id, file.sha256]));
  return new Map(ids.map((id) => [id, found.get(id) ?? ''] as const).filter(([, digest]) => digest !== ''));
}
