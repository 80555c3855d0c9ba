import type { Method } from '../contract.ts';
import type { Shelf, Source } from '../definition/contract.ts';
import type { Code, Details } from '../definition/sentence/rules.ts';

/** What a check looks at: the compiled method, the file it came from, and what it may lean on. */
export type Subject = { method: Method; source: Source; shelf: Shelf };

/** Something wrong at a path of the file (`steps/handle/within`). */
export type Finding = { code: Code; path: string; details?: Details };

export type Check = (subject: Subject) => Finding[];

/** A way from one step to another, and what has surely been filled by going it. */
export type Edge = { from: string; to: string; path: string; gives: string[] };
