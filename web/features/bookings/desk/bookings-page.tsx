import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { addDays, dayName, shanghaiDate, shanghaiInstant, shanghaiParts, weekdayName } from '#shared/time';
import { queryText, refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { BookingDrawer } from './booking-drawer.tsx';
import { rowsOf } from './board-words.ts';
import { useAvailability, useBookings, usePending } from './bookings-api.ts';
import { ClosureDrawer } from './closure-drawer.tsx';
import { DayBoard } from './day-board.tsx';
import { DoorDrawer } from './door-drawer.tsx';
import { MakeDrawer, type Start } from './make-drawer.tsx';
import { PendingCard } from './pending-card.tsx';
import { WeekBoard } from './week-board.tsx';
import './bookings.css';

/** Bookings by venue, a day or a week at a time: what waits for a decision, who comes, what is free. */
export function BookingsPage() {
  const { area } = useSession();
  return isWide(area) ? (
    <Empty>场地预约按社区看。请在上面选一个社区。</Empty>
  ) : (
    <CommunityBookings key={area.id} areaId={area.id} />
  );
}

type Shown = { drawer: 'make'; start: Start } | { drawer: 'close' } | { drawer: 'door' } | null;

function CommunityBookings({ areaId }: { areaId: string }) {
  const { now } = useSession();
  const [search, setSearch] = useSearchParams();
  const [shown, show] = useState<Shown>(null);
  const today = shanghaiDate(now());
  const day = search.get('day') ?? today;
  const isWeek = search.get('view') !== 'day';
  const monday = addDays(day, -((shanghaiParts(shanghaiInstant(day)).weekday + 6) % 7));
  const days = isWeek ? [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n)) : [day];
  const range = { from: days[0] ?? day, to: days.at(-1) ?? day };
  const bookings = useBookings(areaId, range);
  const availability = useAvailability(areaId, range.from, days.length);
  const pending = usePending(areaId, { from: today, to: addDays(today, 366) });
  const change = (changes: Record<string, string | null>): void =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(changes))
          if (value === null) next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const open = (id: string | null): void => {
    show(null);
    change({ booking: id });
  };
  const refused = refusedOf(bookings.error ?? availability.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void bookings.refetch()} />;
  if (!bookings.data || !availability.data) return <Waiting lines={9} />;
  const venues = availability.data;
  const rows = rowsOf(venues, bookings.data);
  const booking = search.get('booking');
  const close = (): void => show(null);
  return (
    <div className="bookings">
      <div className="page-head">
        <h1>场地预约</h1>
        <Dates day={day} today={today} step={isWeek ? 7 : 1} range={range} go={(to) => change({ day: to })} />
        <div className="tabs" role="group" aria-label="按天或按周">
          {(['week', 'day'] as const).map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={isWeek === (view === 'week')}
              onClick={() => change({ view })}
            >
              {view === 'week' ? '一周' : '一天'}
            </button>
          ))}
        </div>
        <span className="sp" />
        <Button
          href={`/api/v1/areas/${areaId}/bookings.xlsx${queryText(range)}`}
          icon={<Icon name="excel" size="xs" />}
        >
          导出
        </Button>
        <Button onClick={() => show({ drawer: 'door' })} icon={<Icon name="qr" size="xs" />}>
          门口的码
        </Button>
        <Button onClick={() => show({ drawer: 'close' })}>停用维修</Button>
        <Button type="primary" onClick={() => show({ drawer: 'make', start: { day, minute: 540 } })}>
          帮人订
        </Button>
      </div>
      <PendingCard areaId={areaId} pending={pending.data ?? []} onOpen={open} />
      {rows.length === 0 ? (
        <Empty>还没有可以预约的场地。到“阵地”里打开一个场地的预约，这里就有了。</Empty>
      ) : isWeek ? (
        <WeekBoard
          days={days}
          today={today}
          rows={rows}
          onOpen={open}
          onDay={(to) => change({ day: to, view: 'day' })}
        />
      ) : (
        <DayBoard
          day={day}
          rows={rows}
          onOpen={open}
          onMake={(venueId, minute) => show({ drawer: 'make', start: { venueId, day, minute } })}
        />
      )}
      {booking && <BookingDrawer key={booking} areaId={areaId} id={booking} onClose={() => open(null)} />}
      {shown?.drawer === 'make' && (
        <MakeDrawer
          key={JSON.stringify(shown.start)}
          areaId={areaId}
          venues={venues}
          start={shown.start}
          onClose={close}
          onDone={open}
        />
      )}
      {shown?.drawer === 'close' && (
        <ClosureDrawer areaId={areaId} venues={venues} day={addDays(today, 1)} onClose={close} />
      )}
      {shown?.drawer === 'door' && <DoorDrawer areaId={areaId} venues={venues} onClose={close} />}
    </div>
  );
}

function Dates({
  day,
  today,
  step,
  range,
  go,
}: {
  day: string;
  today: string;
  step: number;
  range: { from: string; to: string };
  go: (day: string) => void;
}) {
  const { now } = useSession();
  const name = (one: string): string => dayName(shanghaiInstant(one), now());
  return (
    <div className="dates" role="group" aria-label="日期">
      <button type="button" aria-label="往前" onClick={() => go(addDays(day, -step))}>
        <Icon name="chevron-left" size="xs" />
      </button>
      <b>
        {range.from === range.to
          ? `${name(day)} ${weekdayName(shanghaiInstant(day))}`
          : `${name(range.from)}—${name(range.to)}`}
      </b>
      <button type="button" aria-label="往后" onClick={() => go(addDays(day, step))}>
        <Icon name="chevron-right" size="xs" />
      </button>
      {day !== today && (
        <button type="button" onClick={() => go(today)}>
          今天
        </button>
      )}
    </div>
  );
}
