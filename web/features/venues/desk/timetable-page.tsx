import { useParams } from 'react-router';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { hoursName, openingName, ownerName, weekdayNames } from '../venue-words.ts';
import { useVenue, type VenuePage } from './venues-api.ts';
import './timetable.css';

/** The week of a venue on a sheet of A4 for its door, with the code of its page. Source: C10, B38. */
export function TimetablePage() {
  const { areaId = '', id } = useParams();
  const venue = useVenue(areaId, id);
  const refused = refusedOf(venue.error);
  if (refused) return <RefusedPage refused={refused} />;
  if (!venue.data) return <Waiting />;
  return (
    <main className="timetable-page">
      <div className="timetable-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span className="mute sm">A4 一张，贴在门上。平时的时间，特殊日子看二维码</span>
      </div>
      <Sheet page={venue.data} />
    </main>
  );
}

function Sheet({ page }: { page: VenuePage }) {
  const hours = page.hours.length > 0 ? page.hours : null;
  const days = weekdayNames.map((name, at) => ({
    name,
    openings: hours
      ? hours
          .filter(({ weekday }) => weekday === at + 1)
          .map(({ opens, closes, zone }) => ({ from: opens, to: closes, zone }))
      : (page.week[at]?.openings ?? []),
  }));
  const coming = page.exceptions.slice(0, 4);
  return (
    <article className="timetable">
      <header>
        <p>{page.areaName}</p>
        <h1>{page.name}</h1>
        <p>{page.place}</p>
      </header>
      <table>
        <caption className="sr">一周开放时间</caption>
        <tbody>
          {days.map(({ name, openings }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {openings.length === 0 ? <span className="shut">不开</span> : null}
                {openings.map((one) => (
                  <span key={one.from}>{openingName(one)}</span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {coming.length > 0 && (
        <p className="coming">
          {coming
            .map(
              ({ day, opens, closes, reason }) =>
                `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${opens === null || closes === null ? '不开' : openingName({ from: opens, to: closes, zone: '' })}${reason ? `（${reason}）` : ''}`,
            )
            .join('；')}
        </p>
      )}
      <footer>
        <QrCode text={location.origin + page.shortPath} label="这个场地的网页" />
        <div>
          <p className="total">每周开放 {hoursName(page.weeklyMinutes)}</p>
          <p>
            {page.free ? '免费开放，' : ''}
            {page.bookable ? '扫码看今天开不开、能不能约' : '扫码看今天开不开'}
          </p>
          <p>{ownerName(page)}</p>
        </div>
      </footer>
    </article>
  );
}
