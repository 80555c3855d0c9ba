import type { BrandForm } from '../contract.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a picture is an uploaded one, named by its id; else it is a drawing of ours, named by its name. */
export const isUploaded = (picture: string): boolean => uuid.test(picture);

export function pictureOf(areaId: string, picture: string): { address: string; drawn: boolean } {
  return isUploaded(picture)
    ? { address: `/api/v1/areas/${areaId}/files/${picture}`, drawn: false }
    : { address: `/illustrations/${picture}.svg`, drawn: true };
}

/** A form without uploaded pictures: what comes from elsewhere brings no files. */
export function drawnOnly<Form extends BrandForm>(form: Form): Form {
  return { ...form, pictures: form.pictures.filter((picture) => !isUploaded(picture)) };
}
