/**
 * Counts a ballot's record again, or adds up a fund's accounts, beside the page so that the page stays alive. A plain script: older
 * browsers know no modules in a worker.
 */
import { sha256 } from '#shared/digest';
import { verifyAccounts, type AccountsVerdict } from '#shared/reckon';
import { findReceipt, readRecord, verifyRecord, type RecordVote, type Tally } from '#shared/recount';

export type RecountTask = { id: number; kind: 'ballot' | 'accounts'; text: string; hash: string; receipt: string };
export type AccountsAnswer = { id: number; kind: 'accounts'; lines: number } & AccountsVerdict;
export type RecountAnswer = {
  id: number;
  kind: 'ballot';
  ok: boolean;
  reasons: string[];
  tally: Tally | null;
  /** Sizes of what was counted. */
  lines: number;
  choices: { id: string; label: string }[];
  /** What the receipt says: null where none was asked for; `found` with the choices it stands for. */
  receipt: { found: boolean; choices: string[]; counted: boolean } | null;
};

type Door = {
  onmessage: ((event: MessageEvent<RecountTask>) => void) | null;
  postMessage(answer: RecountAnswer | AccountsAnswer): void;
};
const door = self as unknown as Door;

/** The browser's own SHA-256, or ours where a page without TLS may not use it. */
async function digest(text: string): Promise<string> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (!subtle) return sha256(text);
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const linesOf = (text: string): number => text.split('\n').length - 1;

/** Against the hash of the month whose page it is, as it hangs on the board. */
async function reckon({ id, text, hash }: RecountTask): Promise<AccountsAnswer> {
  return { id, kind: 'accounts', lines: linesOf(text), ...(await verifyAccounts(text, digest, hash)) };
}

async function count({ id, text, hash, receipt }: RecountTask): Promise<RecountAnswer> {
  const { ok, reasons, tally } = await verifyRecord(text, hash, digest);
  const found = receipt === '' ? null : await findOwn(text, receipt);
  return { id, kind: 'ballot', ok, reasons, tally, lines: linesOf(text), choices: choicesOf(text), receipt: found };
}

/** The labels of the choices, from the first line; none where even that cannot be read. */
function choicesOf(text: string): RecountAnswer['choices'] {
  try {
    const head = JSON.parse(text.slice(0, text.indexOf('\n'))) as { choices?: RecountAnswer['choices'] };
    return Array.isArray(head.choices) ? head.choices : [];
  } catch {
    return [];
  }
}

/** The vote of a receipt number, or of the number of a ballot paper where votes carry it. */
async function findOwn(text: string, receipt: string): Promise<RecountAnswer['receipt']> {
  try {
    const record = readRecord(text);
    const line = /^\d{1,6}$/.test(receipt)
      ? (record.votes.find(({ number, counted }) => number === Number(receipt) && counted) ?? null)
      : findReceipt(record, await digest(receipt));
    const { counted = true } = (line ?? {}) as Partial<RecordVote>;
    return { found: line !== null, choices: [...(line?.choices ?? [])], counted };
  } catch {
    return { found: false, choices: [], counted: false };
  }
}

door.onmessage = ({ data }) => {
  void (data.kind === 'accounts' ? reckon(data) : count(data)).then((answer) => door.postMessage(answer));
};
