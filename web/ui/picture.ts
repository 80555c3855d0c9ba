/** The address of a drawing of ours by its name, or the address itself. */
export function pictureAddress(picture: string): string {
  return /^(\/|https?:)/.test(picture) ? picture : `/illustrations/${picture}.svg`;
}

/** The address of a face by its name (`auntie`), or the address itself. */
export function faceAddress(face: string | null): string {
  return pictureAddress(
    face === null || /^(\/|https?:)/.test(face) ? (face ?? 'face-man') : `face-${face.replace(/^face-/, '')}`,
  );
}
