import type { ReactNode } from 'react';
import type { BrandFace } from '#contract/brands';
import { Row } from '../../ui/parts.tsx';
import { lastDay } from './brand-words.ts';

/** On the home of a community: the choice of a theme while it waits for voices. Nothing when none is open. */
export function ChoiceStrip({ face, code, now }: { face: BrandFace | null; code: string; now: string }): ReactNode {
  const choice = face?.choice;
  if (!choice) return null;
  const standing = choice.mine ? '您出过声了' : '等您出声';
  return (
    <section className="card waits gap" aria-label="正在选主题">
      <Row
        to={`/b/${code}/voices`}
        icon="chat"
        tone="apricot"
        title={choice.question}
        line={`${standing} · ${choice.voices} 人已选 · ${lastDay(choice.closesOn, now)}`}
      />
    </section>
  );
}
