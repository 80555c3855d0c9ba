import listed from '../../../illustrations/index.json' with { type: 'json' };

/** The drawings that may stand for a place until there is a photo, by their names. */
export const drawings = listed
  .filter(({ kind }) => kind !== 'face' && kind !== 'empty')
  .map(({ file, title }) => ({ value: file.replace(/\.svg$/, ''), label: title }));
