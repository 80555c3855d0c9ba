import { data, redirect, type AppLoadContext } from 'react-router';
import type { Me } from '#contract/accounts';
import type { AreaPage } from '#contract/areas';
import { api, need, signInPath } from '../../lib/api.ts';
import { readMe } from '../../lib/visit.ts';

/** Who goes about the neighbourhood today, and where: her grid or estate, and the community that owns its matters. */
export type GridVisit = { me: Me; areaId: string; gridId: string | null; place: string; title: string };

const outdoors = ['grid', 'micro-grid', 'estate', 'building'];

/** The worker of this page; leads to the sign-in page, and refuses people without a role. */
export async function requireGrid(context: AppLoadContext, request: Request): Promise<GridVisit> {
  const me = await readMe(context);
  if (!me) throw redirect(signInPath(request));
  if (me.mustChangePassword) throw redirect('/password');
  const held = me.roles.find(({ level }) => outdoors.includes(level)) ?? me.roles[0];
  if (!held)
    throw data(
      { detail: '这里给网格员、楼栋长、物业和志愿者用。您自己反映的事，在首页的“我的事”里。' },
      { status: 403 },
    );
  const path = { areaId: held.areaId };
  const area = (await need(api(context).GET('/api/v1/areas/{areaId}', { params: { path } }), request)) as AreaPage;
  return {
    me,
    areaId: area.ownerId,
    gridId: area.level === 'grid' ? area.id : null,
    place: held.areaName,
    title: held.label,
  };
}

/** How neighbours call her: 孙丽娟 is 丽娟. */
export function givenName(name: string): string {
  return name.length === 3 ? name.slice(1) : name;
}
