import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Venue } from '#contract/venues';
import { Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';

/** Open now, or when. */
export function OpenTag({ venue }: { venue: Pick<Venue, 'open'> }): ReactNode {
  if (!venue.open) return null;
  const { isOpen, name, zone } = venue.open;
  return (
    <Tag tone={isOpen ? 'ok' : 'plain'} icon="clock">
      {zone ? `${name} · ${zone}` : name}
    </Tag>
  );
}

/** 走路约 6 分钟 · 工盛北院 3 号楼南侧 */
export function whereLine(venue: Pick<Venue, 'place'>, minutes: number | null): string {
  return [minutes === null ? '' : `走路约 ${minutes} 分钟`, venue.place].filter(Boolean).join(' · ');
}

/** Picture, name, whether it is open, where and how far, whether one can book it. */
export function VenueCard({
  venue,
  number,
  minutes,
  first = false,
}: {
  venue: Venue;
  /** Its mark on the map. */
  number?: number;
  minutes: number | null;
  /** Stands on the first screen: loaded at once. */
  first?: boolean;
}): ReactNode {
  return (
    <Link className="card ev near" to={`/venues/${venue.areaId}/${venue.id}`}>
      <div className="pic">
        <img src={pictureAddress(venue.picture)} alt="" width="360" height="204" loading={first ? 'eager' : 'lazy'} />
        {venue.picture.startsWith('/') ? null : <span className="mock">示意图</span>}
      </div>
      <div className="x">
        <p className="t">
          {number === undefined ? null : <span className="no num">{number}</span>}
          {venue.name}
        </p>
        <p className="d num">{whereLine(venue, minutes)}</p>
        <p className="tags">
          <OpenTag venue={venue} />
          {venue.bookable ? <Tag tone="wait">可以预约</Tag> : null}
        </p>
      </div>
    </Link>
  );
}

/** A facility of the neighbourhood on one line. */
export function FacilityRow({
  venue,
  number,
  minutes,
}: {
  venue: Venue;
  number?: number;
  minutes: number | null;
}): ReactNode {
  return (
    <Link className="row" to={`/venues/${venue.areaId}/${venue.id}`}>
      <img className="thumb" src={pictureAddress(venue.picture)} alt="" width="64" height="48" loading="lazy" />
      <span className="near">
        <span className="t">
          {number === undefined ? null : <span className="no num">{number}</span>}
          {venue.name}
        </span>
        <span className="d num">
          <br />
          {[venue.open?.name, whereLine(venue, minutes)].filter(Boolean).join(' · ')}
        </span>
      </span>
    </Link>
  );
}
