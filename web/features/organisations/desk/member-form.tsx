import { useState } from 'react';
import { Button, Checkbox, Input, Select } from 'antd';
import { shanghaiDate } from '#shared/time';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useAddMember, type Body, type BodyReview, type MemberInput } from './bodies-api.ts';

const blank = { userId: null, name: '', phone: '', partyMember: false, shown: false };

/** A line to note somebody: a colleague chosen, or a name with a telephone. */
export function MemberForm({ body, review }: { body: Body; review: BodyReview }) {
  const { now } = useSession();
  const [key, setKey] = useState(newKey);
  const free = body.posts[body.vacancies.length > 0 ? 0 : body.posts.length - 1] ?? '';
  const [form, setForm] = useState<Omit<MemberInput, 'fromOn'>>({ ...blank, post: free });
  const add = useAddMember(body.areaId, body.id, key);
  const refused = refusedOf(add.error);
  const set = (change: Partial<MemberInput>): void => setForm({ ...form, ...change });
  return (
    <form
      className="add-member"
      aria-label="登记成员"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(
          { ...form, fromOn: shanghaiDate(now()) },
          { onSuccess: () => setForm({ ...blank, post: form.post }), onSettled: () => setKey(newKey()) },
        );
      }}
    >
      <div className="row">
        <Select
          aria-label="职务"
          value={form.post}
          options={body.posts.map((post) => ({ value: post, label: post }))}
          onChange={(post: string) => set({ post })}
        />
        <Select
          aria-label="有账号的同事"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="从有账号的同事里选"
          value={form.userId ?? null}
          options={review.colleagues.map(({ userId, name, title }) => ({ value: userId, label: `${name} ${title}` }))}
          onChange={(userId: string) =>
            set({ userId, name: review.colleagues.find((one) => one.userId === userId)?.name ?? '' })
          }
        />
      </div>
      <div className="row">
        <Input
          aria-label="姓名"
          placeholder="姓名"
          maxLength={60}
          value={form.name}
          onChange={(event) => set({ name: event.target.value, userId: null })}
        />
        <Input
          aria-label="电话"
          placeholder="电话（和居民名册对得上，就自动连到账号）"
          maxLength={30}
          value={form.phone ?? ''}
          onChange={(event) => set({ phone: event.target.value })}
        />
      </div>
      <div className="row">
        <Checkbox checked={form.partyMember ?? false} onChange={(event) => set({ partyMember: event.target.checked })}>
          党员
        </Checkbox>
        <Checkbox checked={form.shown ?? false} onChange={(event) => set({ shown: event.target.checked })}>
          本人同意公开姓名
        </Checkbox>
        <span className="sp" />
        <Button type="primary" htmlType="submit" disabled={form.name.trim() === ''} loading={add.isPending}>
          登记
        </Button>
      </div>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </form>
  );
}
