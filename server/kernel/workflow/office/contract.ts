import type { Label, OfficeVerb } from '../contract.ts';

/** How somebody stands to a matter, as far as the office verbs ask. */
export type Relation = 'actor' | 'party' | 'reporter' | 'coordinator' | 'supervisor';

export type OfficeRule = {
  verb: OfficeVerb;
  label: Label;
  /** Who may use it. */
  who: readonly Relation[];
  /** While the matter runs, while it is suspended, or both. */
  when: 'running' | 'suspended' | 'open';
  needsReason: boolean;
  asks?: 'to' | 'until';
  /** These may use it once per visit of a step; the others as often as they like. */
  once?: readonly Relation[];
  /** Only in a step with a limit. */
  limited?: true;
  /** Photographs may be added to what is said. */
  takesFiles?: true;
};
