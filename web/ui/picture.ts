/** The address of a drawing of ours by its name, or the address itself. */
export function pictureAddress(picture: string): string {
  return /^(\/|https?:)/.test(picture) ? picture : `/illustrations/${picture}.svg`;
}
