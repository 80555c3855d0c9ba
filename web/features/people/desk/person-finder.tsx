import { useState } from 'react';
import { Link } from 'react-router';
import { Input, Popover, Select, Space, Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { PersonLine } from './person-line.tsx';
import { usePersonSearch, useTagSearch, type MaskedPerson, type SearchBy } from './people-api.ts';

type By = SearchBy | 'tag';
const ways: { value: By; label: string; hint: string }[] = [
  { value: 'name', label: '姓名', hint: '全名' },
  { value: 'phone', label: '电话', hint: '11 位手机号' },
  { value: 'idNumber', label: '身份证号', hint: '18 位' },
  { value: 'tag', label: '标签', hint: '如 独居老人' },
];

/** Finds a resident by the whole of one thing. Such a search is written down; what was asked is not. */
export function PersonFinder({ areaId }: { areaId: string }) {
  const [by, setBy] = useState<By>('name');
  const [words, setWords] = useState('');
  const [tag, setTag] = useState('');
  const [isOpen, open] = useState(false);
  const search = usePersonSearch(areaId);
  const tagged = useTagSearch(areaId, by === 'tag' ? tag : '');
  const asked = words.trim();
  const find = (): void => {
    if (!asked) return;
    open(true);
    if (by === 'tag') setTag(asked);
    else search.mutate({ [by]: asked });
  };
  const found = by === 'tag' ? tagged.data?.items : search.data?.items;
  const problem = refusedOf(by === 'tag' ? tagged.error : search.error)?.detail;
  return (
    <Popover
      open={isOpen}
      onOpenChange={(next) => !next && open(false)}
      trigger="click"
      arrow={false}
      placement="bottomLeft"
      content={<Found areaId={areaId} people={found} problem={problem} />}
    >
      <form
        className="person-finder"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <Space.Compact>
          <Select aria-label="按什么找人" value={by} options={ways} onChange={setBy} />
          <Input
            aria-label="找人"
            autoComplete="off"
            placeholder={ways.find((way) => way.value === by)?.hint ?? ''}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button htmlType="submit" loading={search.isPending}>
            找人
          </Button>
        </Space.Compact>
      </form>
    </Popover>
  );
}

type FoundProps = { areaId: string; people: MaskedPerson[] | undefined; problem: string | undefined };

function Found({ areaId, people, problem }: FoundProps) {
  if (problem) return <p className="problem found">{problem}</p>;
  if (!people) return <p className="found mute">正在找</p>;
  if (people.length === 0) return <p className="found">没有登记这样的居民。要写全，一个字也不能差。</p>;
  return (
    <ul className="found">
      {people.map((person) => (
        <li key={person.id}>
          <PersonLine person={person} />
          {person.householdId && (
            <Link className="fig" to={`/people/${areaId}/${person.householdId}`}>
              {person.householdLabel}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
