import type { Hit } from '#contract/search';
import { dayName } from '#shared/time';
import type { IconName } from '../../../icons/icons.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Marked } from '../marked.tsx';

const icons: Record<Hit['kind'], IconName> = {
  matter: 'list',
  place: 'pin',
  notice: 'megaphone',
  activity: 'calendar',
  method: 'flow',
  household: 'family',
};

type Props = { hit: Hit; words: readonly string[]; now: Date; isWide: boolean };

/** One line of results: what it is, where, how it stands, since when. */
export function HitLine({ hit, words, now, isWide }: Props) {
  const below = [isWide ? hit.areaName : '', hit.text].filter(Boolean).join(' · ');
  return (
    <>
      <Icon name={icons[hit.kind]} size="xs" />
      <span className="hit-title">
        <Marked text={hit.title} words={words} />
        {below && (
          <small>
            <Marked text={below} words={words} />
          </small>
        )}
      </span>
      {hit.number && (
        <span className="hit-number">
          <Marked text={isWide ? hit.number : hit.number.slice(-6)} words={words} />
        </span>
      )}
      {hit.state && (
        <span className="hit-state">
          {hit.state}
          {hit.kind === 'matter' && !hit.isWhole && ' · 公开页'}
        </span>
      )}
      {hit.at && <time dateTime={hit.at}>{dayName(hit.at, now)}</time>}
    </>
  );
}
