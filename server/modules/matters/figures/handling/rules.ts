import { durationName, hourMs } from '#shared/time';
import type { HandlingFigure } from './contract.ts';

/** What 纳如社区 reports of its handling time: within two hours. Source: N48, C28. */
export const benchmarkMs = 2 * hourMs;

/** An average against the benchmark: two hours are within it, anything more is over it. */
export function handlingFigure(
  period: { from: string; to: string },
  { counted, averageMs }: { counted: number; averageMs: number | null },
): HandlingFigure {
  return {
    ...period,
    counted,
    averageMs,
    averageText: averageMs === null ? '—' : durationName(averageMs),
    benchmarkMs,
    benchmarkText: durationName(benchmarkMs),
    isWithin: averageMs === null ? null : averageMs <= benchmarkMs,
  };
}
