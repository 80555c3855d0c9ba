/** Who is asking. A role is held at an area and is valid in its subtree. Source: DESIGN 7. */
export type Grant = { role: string; areaId: string };

export type Actor = {
  /** The account's id; `anonymous` for the public, `system` for the worker. */
  id: string;
  name: string;
  grants: Grant[];
  /** The community the person lives in, when known. */
  homeAreaId: string | null;
  personId: string | null;
  /** Set when someone acts through a household card or for an elder. */
  householdId: string | null;
  /** The elder's own account while someone acts for her: what she reported with it is followed for her. */
  elderUserId?: string | null;
  sessionId: string | null;
  face: string | null;
};

export const anonymous: Actor = {
  id: 'anonymous',
  name: '公众',
  grants: [],
  homeAreaId: null,
  personId: null,
  householdId: null,
  sessionId: null,
  face: null,
};

export const system: Actor = { ...anonymous, id: 'system', name: '系统' };

/** Another system that asks with a key: it is nobody's account, and holds what the key was given. */
export function isKey(actor: Actor): boolean {
  return actor.id.startsWith('key:');
}

export function isSignedIn(actor: Actor): boolean {
  return actor.id !== 'anonymous';
}
