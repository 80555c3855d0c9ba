/** Minutes of a day in Shanghai, from `from` up to but without `to`; 1440 is the end of the day. */
export type Stretch = { from: number; to: number };

/** Weekly opening hours: weekday 1 (Monday) to 7, minutes of the day. `zone` says what the space is then; empty: open to all uses. */
export type Hours = { weekday: number; opens: number; closes: number; zone: string };

/** What holds on one date instead of the weekly hours. Without times the space is closed on that day. */
export type DayException = { day: string; opens: number | null; closes: number | null; zone?: string };

/** The hours a space keeps: by the week, and on single dates. */
export type OpeningHours = { hours: readonly Hours[]; exceptions: readonly DayException[] };

/** When a space is open on a date, and as what. */
export type Opening = Stretch & { zone: string };

/** A time between two instants, the end not included. */
export type Span = { startsAt: string | Date; endsAt: string | Date };

/** How free slots are cut: begins every so many minutes, each so long. */
export type Cut = { gridMinutes: number; lengthMinutes: number };

/** One who waits. */
export type Waiting = { id: string; askedAt: string };
