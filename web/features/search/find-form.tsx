import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Icon } from '../../ui/icon.tsx';

/** The box to look for something in a community; works without script. */
export function FindForm({ action, q = '' }: { action: string; q?: string }): ReactNode {
  return (
    <Form method="get" action={action} role="search" className="find gap">
      <label className="sr" htmlFor="q">
        要找的词
      </label>
      <input
        id="q"
        name="q"
        type="search"
        className="field"
        maxLength={80}
        defaultValue={q}
        placeholder="搜公告、活动、身边的事"
      />
      <button type="submit" className="btn quiet" aria-label="搜索">
        <Icon name="search" />
      </button>
    </Form>
  );
}
