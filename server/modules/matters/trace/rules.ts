import { dayName } from '#shared/time';

type Told = {
  title: string;
  areaName: string;
  place: string | null;
  createdAt: string;
  closedAt: string | null;
  daysUsed: number | null;
  result: string | null;
  link: string;
  now: Date;
};

/** The text a neighbour passes on in the group. */
export function groupText(told: Told): string {
  const lines = [`【${told.areaName}】${told.title}`];
  if (told.place) lines.push(`地点：${told.place}`);
  lines.push(
    `${dayName(told.createdAt, told.now)}反映${told.closedAt ? `，${dayName(told.closedAt, told.now)}办好${told.daysUsed === null ? '' : `，用了 ${told.daysUsed} 天`}` : '，正在办'}。`,
  );
  if (told.result) lines.push(told.result);
  lines.push(`看经过：${told.link}`);
  return lines.join('\n');
}

/** A title for everybody: the one the community gave, else category and place, never the reporter's words. */
export function publicTitle(
  face: { title?: string | null; category?: string | null },
  place: string | null,
  method: string,
): string {
  if (face.title) return face.title;
  const what = face.category ?? method;
  return place ? `${place} · ${what}` : what;
}
