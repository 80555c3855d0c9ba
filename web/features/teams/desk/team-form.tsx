import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useSaveTeam, type TeamInput, type TeamPage, type TeamReview } from './teams-api.ts';

type Props = { areaId: string; team: TeamPage | null; words: TeamReview['words']; onClose: () => void };
const blank: TeamInput = { name: '', sort: '文化', field: '', story: '', meets: '', contact: '', isOpen: true };

function formOf(team: TeamPage): TeamInput {
  const { name, sort, field, story, meets, contact, isOpen, picture, foundedOn } = team;
  return { name, sort, field, story, meets, contact, isOpen, picture, foundedOn };
}

/** A team as it stands on its page: written here, and kept up to date by its leader. */
export function TeamFormDrawer({ areaId, team, words, onClose }: Props) {
  const [key] = useState(newKey);
  const [form, setForm] = useState<TeamInput>(team ? formOf(team) : blank);
  const save = useSaveTeam(areaId, team?.id ?? null, key);
  const refused = refusedOf(save.error);
  const set = (change: Partial<TeamInput>): void => setForm({ ...form, ...change });
  const line = (id: 'name' | 'meets' | 'contact', label: string, max: number) => (
    <label>
      {label}
      <Input value={form[id] ?? ''} maxLength={max} onChange={(event) => set({ [id]: event.target.value })} />
    </label>
  );
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title={team ? team.name : '登记一支队伍'}
      footer={
        <div className="row">
          <span className="sp">{refused && <Note tone="late">{refused.detail}</Note>}</span>
          <Button
            type="primary"
            disabled={form.name.trim().length < 2 || !form.field}
            loading={save.isPending}
            onClick={() => save.mutate(form, { onSuccess: onClose })}
          >
            保存
          </Button>
        </div>
      }
    >
      <div className="team-fields">
        {line('name', '队名', 30)}
        <label htmlFor="team-field">门类</label>
        <Select
          id="team-field"
          value={form.field ? `${form.sort}/${form.field}` : null}
          placeholder="选一类"
          options={Object.entries(words.sorts).map(([sort, fields]) => ({
            label: sort,
            options: fields.map((field) => ({ value: `${sort}/${field}`, label: field })),
          }))}
          onChange={(value: string) => {
            const [sort = '', field = ''] = value.split('/');
            set({ sort: sort as TeamInput['sort'], field });
          }}
        />
        {line('meets', '什么时候、在哪儿碰头', 80)}
        {line('contact', '怎么联系（会公开，别写私人电话）', 80)}
        <label htmlFor="team-founded">哪天成立</label>
        <DatePicker
          id="team-founded"
          value={form.foundedOn ? dayjs(form.foundedOn) : null}
          onChange={(day) => set({ foundedOn: day ? day.format('YYYY-MM-DD') : null })}
        />
        <label>
          介绍
          <Input.TextArea
            autoSize={{ minRows: 4, maxRows: 10 }}
            maxLength={2000}
            value={form.story ?? ''}
            onChange={(event) => set({ story: event.target.value })}
          />
        </label>
        <div className="row">
          <Switch id="team-open" checked={form.isOpen ?? true} onChange={(isOpen) => set({ isOpen })} />
          <label htmlFor="team-open">正在招人</label>
        </div>
      </div>
    </Drawer>
  );
}
