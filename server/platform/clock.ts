import type { Database } from '#platform/database';

/** The one clock of the app. In demo mode it can be moved forward; the offset is kept in the database. */
export type Clock = {
  now(): Date;
  /** Moves the clock forward (days may be fractions); refused nowhere else than by the route that offers it. */
  advance(days: number): Promise<Date>;
  /** Reads the offset another process may have set. */
  reload(): Promise<void>;
};

export async function openClock(database: Database): Promise<Clock> {
  let offsetMs = 0;
  const reload = async (): Promise<void> => {
    const rows = await database.query<{ value: number }>(`select value from jobs.settings where name = 'clock.offset'`);
    offsetMs = Number(rows[0]?.value ?? 0);
  };
  await reload();
  return {
    now: () => new Date(Date.now() + offsetMs),
    reload,
    async advance(days) {
      offsetMs += Math.round(days * 86_400_000);
      await database.query(
        `insert into jobs.settings (name, value) values ('clock.offset', $1)
         on conflict (name) do update set value = excluded.value`,
        [JSON.stringify(offsetMs)],
      );
      return new Date(Date.now() + offsetMs);
    },
  };
}

/** A clock that stands where it is put: for tests and for loading data. */
export function fixedClock(start: string | Date): Clock & { set(at: string | Date): void } {
  let at = new Date(start);
  return {
    now: () => new Date(at),
    reload: async () => {},
    advance: async (days) => (at = new Date(at.getTime() + days * 86_400_000)),
    set: (next) => void (at = new Date(next)),
  };
}
