/** Cuts a run of Chinese into its words. */
export type Cut = (text: string) => string[];

let loading: Promise<Cut> | undefined;

/**
 * The dictionary, read when somebody first looks for something: it takes half a second and some 50 MB. Where it is not made
 * for this machine, a run is one word, and is found where it stands as it was typed.
 */
export function openSegmenter(): Promise<Cut> {
  loading ??= load().catch(() => (text: string) => [text]);
  return loading;
}

async function load(): Promise<Cut> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]);
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cut(text, true);
}
