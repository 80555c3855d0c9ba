import type { DeskAction } from './contract.ts';

type Standing = {
  state: string;
  draftedBy: string;
  returnedReason: string;
  openObjections: number;
  matterId: string | null;
};

/** What somebody may do in this community. */
export type Rights = { drafts: boolean; checks: boolean; approves: boolean };

/** What this person may do with a notice now. Nobody checks or approves what they drafted. */
export function actionsOf(row: Standing, me: string, { drafts, checks, approves }: Rights): DeskAction[] {
  const { state } = row;
  const own = row.draftedBy === me;
  const ready = row.returnedReason === '';
  const isDraft = state === 'drafted' || state === 'checked';
  const offered: [DeskAction, boolean][] = [
    ['edit', drafts && state === 'drafted'],
    ['check', checks && state === 'drafted' && !own && ready],
    ['approve', approves && !own && (state === 'checked' || (state === 'drafted' && checks && ready))],
    ['return', (checks || approves) && !own && (state === 'checked' || (state === 'drafted' && ready))],
    // A matter waits for what it has drafted: it is given back, not dropped.
    ['withdraw', state === 'open' ? approves : drafts && row.matterId === null && isDraft],
    ['prove', drafts && !isDraft],
    ['answer', checks && row.openObjections > 0],
  ];
  return offered.flatMap(([action, may]) => (may ? [action] : []));
}

/** Whether the next thing to do is this person's: to check, to approve, to answer, or to change what was given back. */
export function waitsFor(actions: readonly DeskAction[], row: Standing, me: string): boolean {
  const returned = row.state === 'drafted' && row.returnedReason !== '' && row.draftedBy === me;
  return returned || actions.some((action) => action === 'check' || action === 'approve' || action === 'answer');
}
