import type { StandardSheet } from '#contract/assessment';
import { itemsOf, type Change } from './assessment-api.ts';

const shown = 6;

/** What is missing first: items not met, with what each lacks. Nothing, and it says so. */
export function FirstCard({ sheet, change }: { sheet: StandardSheet; change: Change }) {
  const unmet = itemsOf(sheet).filter(({ state }) => state === 'unmet');
  const waiting = sheet.counts.toJudge + sheet.counts.unmeasured;
  return (
    <section className="card first">
      <h2>
        先补这些
        <span className="r">
          {waiting > 0 && `另有 ${waiting} 条等人来评或来填`}
          {unmet.length > shown && (
            <button type="button" className="plain fig" onClick={() => change({ state: 'unmet' })}>
              没达到的全部 {unmet.length} 条
            </button>
          )}
        </span>
      </h2>
      {unmet.length === 0 ? (
        <p className="none">系统算得出的都达到了。</p>
      ) : (
        <ul>
          {unmet.slice(0, shown).map((item) => (
            <li key={item.id}>
              <button type="button" className="plain" onClick={() => change({ item: item.id })}>
                <span className="gap">{item.gap ?? `评为“${item.value}”`}</span>
                <span className="name">{item.name}</span>
                <span className="mute xs">
                  现在：{item.value ?? '—'}；要求：{item.threshold}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
