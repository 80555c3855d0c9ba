import type { Picture } from '#contract/files';
import { send } from './api.ts';

/** Sends a picture; it belongs to nothing until what it is sent for names it. */
export function uploadPicture(areaId: string, file: File): Promise<Picture> {
  const body = new FormData();
  body.append('file', file, file.name);
  return send<Picture>(`areas/${areaId}/files`, { body });
}
