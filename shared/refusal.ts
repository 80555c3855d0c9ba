/** An expected *no*: a stable code, the sentence for the person in both languages, and what would help. */
export type Refusal = {
  code: string;
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 429;
  zh: string;
  en: string;
  /** The form field it belongs to, when there is one; or one sentence per field. */
  fields?: Record<string, string>;
  /** What the person may want to see (the other side of a conflict, the limit, …). */
  details?: Record<string, unknown>;
};

/** The one error class of ours: thrown by `refuse`, mapped once to problem+json. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.en}`);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}

export function refuse(refusal: Refusal): never {
  throw new RefusalError(refusal);
}

export function refuseIf(refusal: Refusal | null | undefined): void {
  if (refusal) throw new RefusalError(refusal);
}
