import type { PaperState } from '../desk/contract.ts';

/** What is to be done after a paper was read. */
export const readSentences: Record<PaperState, string> = {
  none: '这张票还没有录。',
  once: '录好一遍了，请换一个人再录一遍。',
  differ: '两遍录得不一样，请另一个人对着纸票再录一遍。',
  done: '两遍一致，这张票录好了。',
};
