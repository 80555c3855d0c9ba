/**
 * Where a method comes from, for people: `C73 · 前进街道 (C:L620), F33; 类别取自 B18 与各地案例` names whose way of working it
 * was; numbers of rows and lines in the texts it was taken from are for those who check it, not for a screen.
 */
export function sourceInWords(source: string): string {
  return source
    .replaceAll(/[(（]?[A-Z]:L\d+(?:[–-]L?\d+)?[)）]?/g, '')
    .split(/[·,，;；]/)
    .map((part) => part.replaceAll(/\s*\b[A-Z]\d{1,3}\b\s*[与和、]?\s*/g, '').trim())
    .filter((part) => part !== '')
    .join('；');
}
