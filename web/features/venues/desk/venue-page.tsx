import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { App, Button } from 'antd';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { BasicCard, OwnerCard, StoryCard } from './about-cards.tsx';
import { BookingCard } from './booking-card.tsx';
import { ClosingCard } from './closing-card.tsx';
import { DaysCard } from './days-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { PlaceCard } from './place-card.tsx';
import { blankVenue, bodyOf, formOf, type VenueForm } from './venue-form.ts';
import { saveVenue, useVenue, useVenueChange, useWords, type VenuePage as Page } from './venues-api.ts';
import './venues-desk.css';

/** Registers a venue, or changes one with everything about it. What was typed stays until it is saved or given up. */
export function VenuePage() {
  const { area } = useSession();
  const { areaId = area.id, id } = useParams();
  const venue = useVenue(areaId, id);
  const words = useWords();
  const refused = refusedOf(venue.error ?? words.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void venue.refetch()} />;
  if (!words.data || (id && !venue.data)) return <Waiting lines={10} />;
  return <Editor key={`${areaId} ${id ?? ''}`} areaId={areaId} page={venue.data ?? null} />;
}

function Editor({ areaId, page }: { areaId: string; page: Page | null }) {
  const { me, can } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<string | null>(null);
  const saved = page ? formOf(page) : blankVenue;
  const [form, keep, drop, isDraft] = useDraft<VenueForm>(me.id, `venue.${areaId}.${page?.id ?? 'new'}`, saved);
  const save = useVenueChange((sent: Parameters<typeof saveVenue>[2]) =>
    saveVenue(areaId, page && { id: page.id, revision: form.revision ?? page.revision }, sent, key),
  );
  const set = (changes: Partial<VenueForm>): void => {
    setProblem(null);
    keep({ ...form, ...changes });
  };
  const submit = (): void => {
    const made = bodyOf(form);
    if ('problem' in made) return setProblem(made.problem);
    save.mutate(made.body, {
      onSuccess: ({ id, name }) => {
        drop();
        setKey(newKey());
        void message.success(`“${name}”保存好了，居民马上看得到`);
        if (!page) void navigate(`/venues/${areaId}/${id}`, { replace: true });
      },
    });
  };
  const mayEdit = page ? page.actions.includes('edit') : can('venue.manage');
  const parts = { form, set };
  return (
    <div className="venues venue-editor">
      <div className="page-head">
        <h1>{page ? page.name : '登记场地'}</h1>
        <span className="sp" />
        {page && <Links page={page} />}
      </div>
      {page?.closedOn && <Note tone="late">{`这个场地 ${page.closedOn} 关闭了：${page.closedWhy}`}</Note>}
      <fieldset disabled={!mayEdit}>
        <div className="venue-cards">
          <div>
            <BasicCard {...parts} areaId={areaId} ownId={page?.id ?? null} />
            <OwnerCard {...parts} />
            <StoryCard {...parts} />
          </div>
          <div>
            <HoursCard {...parts} inherits={page?.hoursOf && page.hoursOf.id !== page.id ? page.hoursOf.name : null} />
            <DaysCard {...parts} />
            <BookingCard {...parts} />
            <PlaceCard {...parts} areaId={areaId} />
          </div>
        </div>
      </fieldset>
      {mayEdit && (
        <div className="venue-foot card">
          <Said problem={problem ?? saidBy(save.error)} />
          {isDraft && (
            <Button type="text" onClick={drop}>
              不要这些改动
            </Button>
          )}
          <Button type="primary" disabled={!isDraft} loading={save.isPending} onClick={submit}>
            保存
          </Button>
        </div>
      )}
      {page?.actions.includes('close') && <ClosingCard page={page} />}
    </div>
  );
}

function saidBy(error: unknown): string | null {
  const refused = refusedOf(error);
  return refused ? [refused.detail, ...Object.values(refused.fields ?? {})].join(' ') : null;
}

function Said({ problem }: { problem: string | null }) {
  return <div className="sp">{problem && <Note tone="late">{problem}</Note>}</div>;
}

function Links({ page }: { page: Page }) {
  return (
    <>
      <a className="link sm" href={`/venues/${page.areaId}/${page.id}`} target="_blank" rel="noreferrer">
        居民看到的样子
      </a>
      <a className="link sm" href={`/desk/venues/${page.areaId}/${page.id}/print`} target="_blank" rel="noreferrer">
        打印时间表
      </a>
    </>
  );
}
