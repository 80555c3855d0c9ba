import { useSession } from '../../../lib/desk/session.tsx';
import { shanghaiParts } from '#shared/time';
import { Tag } from '../../../ui/desk/tag.tsx';
import type { MaskedPerson } from './people-api.ts';

/** A resident in a line: masked name, what is known of age and gender, tags. */
export function PersonLine({ person }: { person: MaskedPerson }) {
  const { now } = useSession();
  const age = person.birthYear ? shanghaiParts(now()).year - person.birthYear : null;
  const facts = [person.gender, age === null ? null : `${age} 岁`].filter(Boolean).join(' · ');
  return (
    <span className="person-line">
      <b>{person.name}</b>
      {facts && <span className="mute">{facts}</span>}
      {person.tags.map((tag) => (
        <Tag key={tag} tone="info">
          {tag}
        </Tag>
      ))}
      {person.leftAt && <Tag>已不在这里住</Tag>}
    </span>
  );
}
