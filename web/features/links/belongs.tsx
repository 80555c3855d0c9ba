import type { ReactNode } from 'react';
import type { Belongs as Found } from '#contract/links';
import { Row } from '../../ui/parts.tsx';

/** 属于一件事: the way from a record to the story it is part of. Nothing where there is none. */
export function Belongs({ found }: { found: Found | null }): ReactNode {
  if (!found || found.items.length === 0) return null;
  return (
    <section className="card gap" aria-label="属于一件事">
      {found.items.map(({ code, title, href }) => (
        <Row key={code} to={href} icon="flow" tone="bamboo" title={title} line="属于一件事，点开看从头到尾" />
      ))}
    </section>
  );
}
