import { useMemo, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Area } from '#contract/areas';
import type { MatterReceipt, NewMatter, ReportForm } from '#contract/matters';
import { ask, newKey, refusedOf, send, type Refused } from '../../../../lib/desk/api.ts';
import { useDraft } from '../../../../lib/desk/drafts.ts';
import { isWide, useSession } from '../../../../lib/desk/session.tsx';
import { sentValues, type Values } from '../fields/asked-fields.tsx';
import { useMethods } from '../matters-api.ts';
import { settleAtOnce } from './at-once.ts';

export type Form = z.infer<typeof ReportForm>;
export type Draft = {
  areaId: string;
  onBehalf: boolean;
  name: string;
  phone: string;
  channel: 'community' | 'hotline';
  method: string;
  values: Values;
  atOnce: boolean;
  result: string;
  photos: string[];
};
export type Register = ReturnType<typeof useRegister>;

const blank: Draft = {
  areaId: '',
  onBehalf: true,
  name: '',
  phone: '',
  channel: 'community',
  method: '',
  values: {},
  atOnce: false,
  result: '',
  photos: [],
};

/** What is being registered: the draft, the form of the chosen method, and the sending. */
export function useRegister(onRegistered: (receipt: MatterReceipt) => void) {
  const { me, area } = useSession();
  const [draft, keep, drop, hasDraft] = useDraft<Draft>(me.id, 'register', blank);
  const [problem, setProblem] = useState<Refused | null>(null);
  const wide = isWide(area);
  const areaId = wide ? draft.areaId : area.id;
  const communities = useCommunities(area, wide);
  const methods = useMethods(areaId || area.id).data ?? [];
  const chosen = methods.some((one) => one.id === draft.method) ? draft.method : '';
  const place = draft.values['place'] as { areaId?: string } | undefined;
  const form = useReportForm(areaId, chosen, place?.areaId);
  const method = form.data?.method.id ?? chosen;
  // Whom it is registered for was asked above.
  const fields = useMemo(
    () => (form.data?.fields ?? []).filter((field) => !(draft.onBehalf && field.type === 'phone')),
    [form.data, draft.onBehalf],
  );
  const sending = useSending(
    { areaId, method, draft, form: form.data },
    (receipt) => {
      drop();
      onRegistered(receipt);
    },
    setProblem,
  );
  const change = (changes: Partial<Draft>): void => {
    setProblem(null);
    keep({ ...draft, ...changes });
  };
  const submit = (): void => {
    const missing = missingOf(draft, areaId);
    setProblem(missing);
    if (!missing && form.data && !sending.isPending) sending.mutate();
  };
  const clear = (): void => {
    drop();
    setProblem(null);
  };
  return {
    areaId,
    communities,
    methods,
    method,
    form,
    fields,
    known: {} as Values,
    draft,
    hasDraft,
    change,
    clear,
    submit,
    refused: problem,
    isPending: sending.isPending,
  };
}

type Sent = { areaId: string; method: string; draft: Draft; form: Form | undefined };

/** Sends it once however often it is pressed; settled on the spot, it goes on from step to step. */
function useSending(
  sent: Sent,
  onDone: (receipt: MatterReceipt) => void,
  onProblem: (refused: Refused | null) => void,
) {
  const { me } = useSession();
  const client = useQueryClient();
  const [key, setKey] = useState(newKey);
  const { areaId, method, draft, form } = sent;
  return useMutation({
    mutationFn: async () => {
      const first = await send<MatterReceipt>(`areas/${areaId}/matters`, { body: matterOf(draft, method, form), key });
      if (!draft.atOnce) return first;
      const done = { result: draft.result.trim(), photos: draft.photos, handler: `user:${me.id}` };
      return settleAtOnce(first, done, (action, values, version) =>
        send<MatterReceipt>(`areas/${areaId}/matters/${first.number}/actions/${action}`, {
          body: { form: values, version },
          key: newKey(),
        }),
      );
    },
    onSuccess: (receipt) => {
      setKey(newKey());
      void client.invalidateQueries({ queryKey: ['matters'] });
      onDone(receipt);
    },
    onError: (error) => {
      const refused = refusedOf(error);
      onProblem(refused);
      if (refused?.status !== 0) setKey(newKey());
    },
  });
}

function useCommunities(area: Area, isAsked: boolean): Area[] {
  const list = useQuery({
    queryKey: ['areas-under', area.id, 'community'],
    queryFn: () => ask<{ items: Area[] }>('areas', { level: 'community', under: area.id }),
    enabled: isAsked,
    staleTime: 300_000,
  });
  return list.data?.items ?? [];
}

function useReportForm(areaId: string, method: string, building: string | undefined) {
  return useQuery({
    queryKey: ['report-form', areaId, method, building ?? ''],
    // Without a method the area's own first choice is answered.
    queryFn: () => ask<Form>(`areas/${areaId}/report-form`, { method, building }),
    enabled: areaId !== '',
    staleTime: 60_000,
    placeholderData: (before) => (method === '' || before?.method.id === method ? before : undefined),
  });
}

/** What the server cannot know is missing: for whom, where, and how it was settled. */
function missingOf(draft: Draft, areaId: string): Refused | null {
  const said = (detail: string): Refused => ({ status: 422, code: 'register.incomplete', detail });
  if (!areaId) return said('先选哪个社区的事。');
  if (draft.onBehalf && !draft.name.trim()) return said('代报要写居民的姓名；不愿留名的，选“我自己看到的”。');
  if (draft.atOnce && !draft.result.trim()) return said('当场办好的，写一句怎么办好的。');
  return null;
}

function matterOf(draft: Draft, method: string, form: Form | undefined): z.input<typeof NewMatter> {
  const fields = form?.fields ?? [];
  const phoneField = fields.find((field) => field.type === 'phone');
  const phone = draft.phone.trim();
  const filled = draft.onBehalf && phoneField && phone ? { ...draft.values, [phoneField.id]: phone } : draft.values;
  return {
    method,
    form: sentValues(fields, filled, {}),
    channel: draft.channel,
    ...(draft.onBehalf ? { onBehalfOf: { name: draft.name.trim(), ...(phone ? { phone } : {}) } } : {}),
  };
}
