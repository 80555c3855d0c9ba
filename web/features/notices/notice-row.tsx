import type { ReactNode } from 'react';
import type { Notice } from '#contract/notices';
import { clockTime, momentName, shanghaiDate } from '#shared/time';
import { icons, type IconName } from '../../icons/icons.ts';
import { Row } from '../../ui/parts.tsx';

/** Whom and when: 1—3 号楼 · 今天 14:00—17:00. */
export function noticeLine(notice: Notice, now: string): string {
  const { affects, startsAt, endsAt, publishedAt } = notice;
  if (!startsAt) return [affects, `${momentName(publishedAt, now)} 发`].filter(Boolean).join(' · ');
  const begins = momentName(startsAt, now);
  const sameDay = endsAt !== null && shanghaiDate(endsAt) === shanghaiDate(startsAt);
  const ends = endsAt ? `—${sameDay ? clockTime(endsAt) : momentName(endsAt, now)}` : '';
  return [affects, `${begins}${ends}`].filter(Boolean).join(' · ');
}

/** Whether it touches today. */
export function isToday({ startsAt, endsAt }: Notice, now: string): boolean {
  if (!startsAt) return false;
  const today = shanghaiDate(now);
  return shanghaiDate(startsAt) <= today && shanghaiDate(endsAt ?? startsAt) >= today;
}

export function NoticeRow({ notice, now }: { notice: Notice; now: string }): ReactNode {
  const icon = (notice.icon in icons ? notice.icon : 'megaphone') as IconName;
  return (
    <Row
      to={`/notices/${notice.areaId}/${notice.id}`}
      icon={icon}
      tone={isToday(notice, now) ? 'apricot' : ''}
      title={notice.title}
      line={noticeLine(notice, now)}
    />
  );
}
