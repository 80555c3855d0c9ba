import { Link } from 'react-router';
import { pictureAddress } from '../../../ui/picture.ts';
import { Empty } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { hoursName, sizeName } from '../venue-words.ts';
import type { Venue, VenueWords } from './venues-api.ts';

type Weekly = VenueWords['weekly'] | null;
type Props = { venues: Venue[]; weekly: Weekly };

/** Houses with their rooms set in below them. */
export function VenueTable({ venues, weekly }: Props) {
  if (venues.length === 0)
    return (
      <section className="card">
        <Empty>没有这样的场地。换个条件，或者登记一处。</Empty>
      </section>
    );
  return (
    <section className="card">
      <table className="t">
        <caption className="sr">阵地</caption>
        <thead>
          <tr>
            <th>场地</th>
            <th className="w-kind">类别</th>
            <th className="w-size">面积</th>
            <th className="w-open">现在</th>
            <th className="w-hours">每周开放</th>
            <th className="w-owner">归谁</th>
            <th className="w-book">预约</th>
            <th className="w-print">时间表</th>
          </tr>
        </thead>
        <tbody>
          {venues.map((venue) => (
            <Row key={venue.id} venue={venue} depth={depthOf(venues, venue)} weekly={weekly} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function depthOf(venues: Venue[], venue: Venue): number {
  const house = venues.find(({ id }) => id === venue.parentId);
  return house ? 1 + depthOf(venues, house) : 0;
}

function Row({ venue, depth, weekly }: { venue: Venue; depth: number; weekly: Weekly }) {
  const { areaId, id, name, open, weeklyMinutes } = venue;
  const isShort = weekly !== null && weekly.kinds.includes(venue.kind) && weeklyMinutes < weekly.hours * 60;
  return (
    <tr>
      <td>
        <div className="row" style={{ paddingLeft: depth * 22 }}>
          <img className="venue-thumb" src={pictureAddress(venue.picture)} alt="" />
          <div className="cut">
            <div className="a">
              <Link className="link" to={`/venues/${areaId}/${id}`}>
                {name}
              </Link>
            </div>
            <div className="z">{venue.place}</div>
          </div>
        </div>
      </td>
      <td>{venue.kind}</td>
      <td>{venue.sizeTenths === null ? <span className="faint">未填</span> : sizeName(venue.sizeTenths)}</td>
      <td>
        {venue.closedOn ? (
          <Tag tone="late">已关闭</Tag>
        ) : open ? (
          <Tag tone={open.isOpen ? 'ok' : 'plain'}>{open.name}</Tag>
        ) : (
          <span className="faint">未填时间</span>
        )}
      </td>
      <td>
        {isShort ? (
          <Tag tone="due" icon="clock">
            {hoursName(weeklyMinutes)}
          </Tag>
        ) : (
          hoursName(weeklyMinutes)
        )}
      </td>
      <td>{venue.ownerKind === 'unit' ? venue.ownerName : '社区'}</td>
      <td>{venue.bookable ? '可以' : <span className="faint">不预约</span>}</td>
      <td>
        <Link className="link" to={`/venues/${areaId}/${id}/print`} target="_blank">
          打印
        </Link>
      </td>
    </tr>
  );
}
